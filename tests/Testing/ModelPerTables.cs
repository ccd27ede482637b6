using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Testing;

/// <summary>Sites of one process may have different tables when tests add their own; the model is cached for each set.</summary>
internal sealed class ModelPerTables : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime)
    {
        var services = context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()!.ApplicationServiceProvider!;
        return (context.GetType(), designTime, string.Join(' ', services.GetServices<ITables>().Select(tables => tables.GetType().FullName)));
    }
}
