using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>
/// Every endpoint mapped by hand says who may call it: on the mapping itself, on its handler, or, where a lower floor hands the
/// endpoint out (<c>IEndpointConventionBuilder MapDisplay(…)</c>), where that is called.
/// </summary>
internal static class EndpointsGuard
{
    /// <summary>Any of these on the mapping or its handler tells who may call.</summary>
    private static readonly string[] Telling = ["PermissionAttribute(", "PublicAttribute(", "[Permission(", "OwnAffairAttribute(", "[OwnAffair]", "[Public]", "[Public,", ".Needs(", ".IsPublic("];

    private static readonly Regex Verb = new(@"\.Map(Get|Post|Put|Patch|Delete|Methods|Fallback)\s*\(", RegexOptions.NonBacktracking);
    private static readonly Regex HandedOut = new(@"\b(IEndpointConventionBuilder|RouteHandlerBuilder)\s+(?<name>Map\w+)\s*\(", RegexOptions.NonBacktracking);
    private static readonly Regex Handler = new(@",\s*(?<name>\w+)\s*\)", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Breaches(IReadOnlyList<SourceFile> files)
    {
        var handedOut = files.SelectMany(file => HandedOut.Matches(file.BareCode)).Select(match => match.Groups["name"].Value).ToHashSet();
        foreach (var file in files)
        {
            var code = file.BareCode;
            var calls = handedOut.SelectMany(name => Offsets(code, $".{name}(")).Concat(Verb.Matches(code).Select(match => match.Index));
            foreach (var at in calls.Order())
            {
                var statement = StatementAround(code, at);
                if (!Telling.Any(word => statement.Contains(word, StringComparison.Ordinal)) && !IsHandedOut(statement) && !HandlerTells(code, statement))
                    yield return $"{file.At(at)} maps an endpoint and does not say who may call it";
            }
        }
    }

    private static bool IsHandedOut(string statement) => HandedOut.IsMatch(statement) || statement.TrimStart().StartsWith("return ", StringComparison.Ordinal);

    /// <summary>True where the handler is a method of the same file with an attribute that tells.</summary>
    private static bool HandlerTells(string code, string statement) =>
        Handler.Matches(statement).Any(match => Offsets(code, $" {match.Groups["name"].Value}(").Any(at => Telling.Any(word => DeclarationAround(code, at).Contains(word, StringComparison.Ordinal))));

    /// <summary>From the end of the statement before to the semicolon that closes this one, lambda bodies included.</summary>
    private static string StatementAround(string code, int at)
    {
        var depth = 0;
        var end = at;
        for (; end < code.Length; end++)
        {
            if (code[end] is '(' or '{' or '[') depth++;
            if (code[end] is ')' or '}' or ']') depth--;
            if (depth < 0 || (depth == 0 && code[end] == ';')) break;
        }

        var start = at == 0 ? -1 : code.LastIndexOfAny([';', '{', '}'], at - 1);
        return code[(start + 1)..end];
    }

    /// <summary>What stands before a name since the member before it: attributes, modifiers, type.</summary>
    private static string DeclarationAround(string code, int at) => code[(code.LastIndexOfAny([';', '{', '}'], at) + 1)..at];

    private static IEnumerable<int> Offsets(string code, string word)
    {
        for (var at = code.IndexOf(word, StringComparison.Ordinal); at >= 0; at = code.IndexOf(word, at + 1, StringComparison.Ordinal)) yield return at;
    }
}
