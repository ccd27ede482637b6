namespace Gongkai.Platform.Audit;

/// <summary>Says that values of a property never go into the record: personal data that is sealed at rest, anything secret. That it changed is recorded.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnrecordedAttribute : Attribute;
