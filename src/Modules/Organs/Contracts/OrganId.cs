namespace Gongkai.Organs.Contracts;

/// <summary>Names one organ (机关、单位), whatever it is called at the time.</summary>
public readonly record struct OrganId(Guid Value) : IId<OrganId>
{
    /// <inheritdoc/>
    public static OrganId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>Names one organ group (各镇街, 市直有关部门).</summary>
public readonly record struct OrganGroupId(Guid Value) : IId<OrganGroupId>
{
    /// <inheritdoc/>
    public static OrganGroupId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
