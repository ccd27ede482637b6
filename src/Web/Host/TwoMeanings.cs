using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Gongkai.Web.Host;

/// <summary>
/// What a page reads one value of must have one meaning. Where address, query and form name the same thing twice and differently, one part of a
/// request could be checked and the other acted on, by us or by whatever stands in front of us: no honest form does it, and it is refused as a
/// bad request. A tick is left out, for its form sends the hidden no beside the yes; so are lists.
/// </summary>
/// <param name="others">The providers of the framework, which read the value.</param>
internal sealed class TwoMeanings(IList<IModelBinderProvider> others) : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        if (context.Metadata is not { IsComplexType: false, MetadataKind: ModelMetadataKind.Property or ModelMetadataKind.Parameter } metadata || metadata.UnderlyingOrModelType == typeof(bool)) return null;
        if (context.BindingInfo.BindingSource is { IsFromRequest: false }) return null;
        return others.Where(provider => provider != this).Select(provider => provider.GetBinder(context)).FirstOrDefault(binder => binder is not null) is { } reading ? new Once(reading) : null;
    }

    private sealed class Once(IModelBinder reading) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var meant = Meanings(bindingContext.HttpContext.Request, bindingContext.ModelName).Distinct(StringComparer.Ordinal).Take(2).Count();
            return meant > 1 ? throw new BadHttpRequestException($"{bindingContext.ModelName} is sent with two meanings.") : reading.BindModelAsync(bindingContext);
        }

        private static IEnumerable<string?> Meanings(HttpRequest request, string name)
        {
            if (request.RouteValues.TryGetValue(name, out var place) && place is string inPath) yield return inPath;
            foreach (var value in request.Query[name]) yield return value;
            if (!request.HasFormContentType) yield break;
            foreach (var value in request.Form[name]) yield return value;
        }
    }
}
