using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Shape;

/// <summary>What the modules register through their front doors; nothing is made of it, so neither database nor network is touched.</summary>
internal static class Registered
{
    private static readonly Lazy<IServiceCollection> Services = new(Register);

    public static IServiceCollection All => Services.Value;

    /// <summary>Instances registered of one type, in order.</summary>
    public static IEnumerable<T> Instances<T>() where T : class => All.Where(service => service.ServiceType == typeof(T)).Select(service => service.ImplementationInstance).OfType<T>();

    private static ServiceCollection Register()
    {
        var services = new ServiceCollection();
        foreach (var door in SourceTypes.OfModules.Where(type => type.Name == $"{SourceTypes.ProjectOf(type)}Module"))
        {
            var name = $"Add{SourceTypes.ProjectOf(door)}";
            var add = door.GetMethod(name, BindingFlags.Static | BindingFlags.Public, [typeof(IServiceCollection)])
                ?? throw new InvalidOperationException($"{door.FullName} has no {name}(this IServiceCollection).");
            add.Invoke(null, [services]);
        }

        return services;
    }
}
