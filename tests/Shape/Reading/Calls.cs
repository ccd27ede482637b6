using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Gongkai.Shape;

/// <summary>What the methods of the program call, read from their compiled bodies; lambdas and the halves of async methods belong to whoever holds them.</summary>
internal static class Calls
{
    private const byte TwoBytes = 0xfe;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Every method reached from one, itself included; bodies are followed within these assemblies only.</summary>
    /// <param name="start">The method to begin with.</param>
    /// <param name="within">Assemblies whose bodies are followed. An interface of theirs leads to whatever implements it there.</param>
    public static IReadOnlySet<MethodBase> Reached(MethodBase start, IReadOnlyCollection<Assembly> within)
    {
        HashSet<MethodBase> reached = [start];
        Queue<MethodBase> open = new([start]);
        while (open.TryDequeue(out var method))
            foreach (var called in Of(method).SelectMany(called => Meant(called, within)))
                if (reached.Add(called) && called.DeclaringType is { } type && within.Contains(type.Assembly)) open.Enqueue(called);
        return reached;
    }

    /// <summary>The methods that a body names, and for an async method or iterator the one that holds its code.</summary>
    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
            yield return Definition(machine.StateMachineType).GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!;
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body) yield break;
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == TwoBytes ? Codes[unchecked((short)((TwoBytes << 8) | body[at + 1]))] : Codes[body[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(body, at)) is { } called) yield return called;
            at += SizeOf(code, body, at);
        }
    }

    /// <summary>The type as it is written, without what its parameters stand for.</summary>
    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static MethodBase? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var called = method.Module.ResolveMethod(token, ofType, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return called is MethodInfo { IsGenericMethod: true } made ? made.GetGenericMethodDefinition() : called;
    }

    private static IEnumerable<MethodBase> Meant(MethodBase called, IReadOnlyCollection<Assembly> within)
    {
        yield return called;
        if (called.DeclaringType is not { IsInterface: true, IsGenericType: false } asked || !within.Contains(asked.Assembly)) yield break;
        foreach (var type in within.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsInterface: false, IsGenericTypeDefinition: false } && asked.IsAssignableFrom(type)))
        {
            var map = type.GetInterfaceMap(asked);
            if (Array.IndexOf(map.InterfaceMethods, called) is var place and >= 0) yield return map.TargetMethods[place];
        }
    }

    private static int SizeOf(OpCode code, byte[] body, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => sizeof(byte),
        OperandType.InlineVar => sizeof(short),
        OperandType.InlineI8 or OperandType.InlineR => sizeof(long),
        OperandType.InlineSwitch => sizeof(int) * (1 + BitConverter.ToInt32(body, at)),
        _ => sizeof(int),
    };
}
