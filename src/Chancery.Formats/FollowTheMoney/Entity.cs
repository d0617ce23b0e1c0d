using System.Text.Json;
using Chancery.Formats.Tables;

namespace Chancery.Formats.FollowTheMoney;

/// <summary>An entity: its schema and the values of its properties; those that are null or empty are left out.</summary>
internal sealed record Entity(string Id, string Schema, params (string Name, IEnumerable<string?> Values)[] Properties)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("schema", Schema);
        json.WriteStartObject("properties");
        foreach (var (name, values) in Properties)
        {
            string[] some = [.. values.OfType<string>().Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
            if (some.Length == 0) continue;
            json.WriteStartArray(name);
            foreach (var value in some) json.WriteStringValue(WellFormed.Of(value));
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
