using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Gongkai.Ui.TagHelpers;

/// <summary>Finds the control that suits a property.</summary>
internal static class FieldKinds
{
    public static FieldKind For(ModelExplorer property, bool hasItems)
    {
        if (hasItems) return FieldKind.Select;
        var type = property.Metadata.UnderlyingOrModelType;
        if (type == typeof(bool)) return FieldKind.CheckBox;
        if (type == typeof(DateOnly)) return FieldKind.Date;
        if (type == typeof(int) || type == typeof(long) || type == typeof(decimal)) return FieldKind.Number;
        if (typeof(IFormFile).IsAssignableFrom(type)) return FieldKind.File;
        return property.Metadata.DataTypeName switch
        {
            nameof(DataType.MultilineText) => FieldKind.TextArea,
            nameof(DataType.Password) => FieldKind.Password,
            nameof(DataType.EmailAddress) or nameof(EmailAddressAttribute) => FieldKind.Email,
            _ => FieldKind.Text,
        };
    }

    /// <summary>The same element without an attribute.</summary>
    public static TagBuilder Without(this TagBuilder tag, string attribute)
    {
        tag.Attributes.Remove(attribute);
        return tag;
    }
}
