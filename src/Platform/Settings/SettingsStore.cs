using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Platform.Data;

namespace Gongkai.Platform.Settings;

/// <summary>A group of settings as stored.</summary>
public sealed class StoredSetting
{
    private StoredSetting() { }

    internal StoredSetting(string key, string value) => (Key, Value) = (key, value);

    /// <summary>Module and name of the settings record.</summary>
    public string Key { get; private init; } = "";

    /// <summary>The record as JSON.</summary>
    public string Value { get; internal set; } = "";
}

/// <summary>
/// Typed settings: a record with defaults for what a site may decide itself. What was never set has its default,
/// and a setting added by a later release has its default in a site of today.
/// </summary>
public sealed class SettingsStore(Db db)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The settings in force.</summary>
    /// <typeparam name="T">A record whose parameterless constructor gives the defaults.</typeparam>
    public async Task<T> Get<T>(CancellationToken stop) where T : class, new() =>
        await db.FindAsync<StoredSetting>([Key<T>()], stop) is { } stored ? JsonSerializer.Deserialize<T>(stored.Value, Json) ?? new() : new();

    /// <summary>Puts settings in force with the present act.</summary>
    public async Task Set<T>(T settings, CancellationToken stop) where T : class, new()
    {
        var value = JsonSerializer.Serialize(settings, Json);
        if (await db.FindAsync<StoredSetting>([Key<T>()], stop) is { } stored) stored.Value = value;
        else db.Add(new StoredSetting(Key<T>(), value));
    }

    private static string Key<T>() => Audit.AuditEntry.CodeOf(typeof(T));
}
