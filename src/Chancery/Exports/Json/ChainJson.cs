using System.Text.Json;
using Chancery.Linguistics;

namespace Chancery.Exports.Json;

/// <summary>The mentions of a report with the chains they were put in; offsets leave as Unicode code points.</summary>
public static class ChainJson
{
    /// <summary>Writes <c>{"id","mentions":[{"start","end","chain"}]}</c>.</summary>
    public static void Write(Utf8JsonWriter json, Report report, IReadOnlyList<int> chains)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(chains);
        var fields = new JsonFields(json, new CodePoints(report.Text));
        json.WriteStartObject();
        json.WriteText("id", report.Id);
        json.WriteStartArray("mentions");
        for (var i = 0; i < chains.Count; i++)
        {
            json.WriteStartObject();
            fields.WriteSpan(report.Mentions![i]);
            json.WriteNumber("chain", chains[i]);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
