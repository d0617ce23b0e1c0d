using System.Buffers;
using System.Text.Json;
using Chancery.Exports.Json;
using Chancery.Formats.Tables;

namespace Chancery.Formats.FollowTheMoney;

/// <summary>FollowTheMoney entities (https://followthemoney.tech), one a line: reports as Document, events as Event, who takes part as Person, Organization or PublicBody, offices as Position and Occupancy.</summary>
/// <remarks>Holds the ids of the actors it has written. An entity may name another that stands further down, as the format allows.</remarks>
internal sealed class FollowTheMoneyFormat : ExportFormat
{
    public override string Name => "ftm";

    public override string Ending => ".ftm.jsonl";

    public override string MediaType => "application/jsonl; charset=utf-8";

    public override string Gloss => "FollowTheMoney entities";

    public override async Task<long> WriteAsync(ExportSource source, Stream output, CancellationToken cancel = default)
    {
        _ = Asked(source);
        var lines = Chunks.Of(output);
        await using var json = new Utf8JsonWriter(lines, ReadingJson.Compact with { SkipValidation = false });
        var (count, written) = (0L, new HashSet<string>(StringComparer.Ordinal));
        var entities = new Entities(source);
        await foreach (var report in Walk.Reports(source, cancel)) await Write(Entities.Of(report));
        await foreach (var item in Walk.Events(source, cancel))
        {
            foreach (var participant in item.Best.Claim.Actors.Concat(item.Best.Claim.Recipients))
            {
                if (!written.Add(ActorKey.Of(participant))) continue;
                foreach (var entity in entities.Of(participant)) if (entity.Schema != "Position" || written.Add(entity.Id)) await Write(entity);
            }
            await Write(Entities.Of(item));
        }
        await lines.FlushAsync(cancel);
        return count;

        async ValueTask Write(Entity entity)
        {
            entity.Write(json);
            json.Flush();
            json.Reset();
            lines.Write("\n"u8);
            count++;
            await lines.Pass(cancel);
        }
    }
}
