using System.Globalization;
using Chancery.Linguistics.Naming;

namespace Chancery.Workshop.Naming;

/// <summary>Takes names out of GUM's entity layer: of every mention headed by a proper noun, the run of words that is the name itself.</summary>
internal static class GumNames
{
    private sealed record Row(string Form, string Upos, int Head);

    private sealed record Entity(int First, int End, string Type);

    internal static IEnumerable<NameSentence> Read(string path, IReadOnlySet<string> norps, IReadOnlySet<string> titles)
    {
        var rows = new List<Row>();
        var entities = new List<Entity>();
        var open = new List<(string Id, int First, string Type)>();
        foreach (var line in NameCorpora.Lines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (rows.Count > 0) yield return NameSentence.Of([.. rows.Select(r => r.Form)], Label(rows, entities, norps, titles));
                rows.Clear();
                entities.Clear();
                open.Clear();
                continue;
            }
            if (line[0] == '#') continue;
            var cells = line.Split('\t');
            if (!int.TryParse(cells[0], CultureInfo.InvariantCulture, out _)) continue;
            foreach (var field in cells[9].Split('|'))
                if (field.StartsWith("Entity=", StringComparison.Ordinal)) ReadBrackets(field[7..], rows.Count, open, entities);
            rows.Add(new(cells[1], cells[3], int.Parse(cells[6], CultureInfo.InvariantCulture) - 1));
        }
    }

    /// <summary>'(12-person-new-…' opens, '12)' closes, '(12-person-…)' is both; several stand one behind the other.</summary>
    private static void ReadBrackets(string field, int word, List<(string Id, int First, string Type)> open, List<Entity> entities)
    {
        for (var at = 0; at < field.Length;)
        {
            if (field[at] == '(')
            {
                var end = field.IndexOfAny(['(', ')'], at + 1);
                if (end < 0) end = field.Length;
                var parts = field[(at + 1)..end].Split('-');
                open.Add((parts[0], word, parts.Length > 1 ? parts[1] : ""));
                at = end;
                if (at < field.Length && field[at] == ')') { Close(parts[0], word, open, entities); at++; }
            }
            else
            {
                var end = field.IndexOf(')', at);
                if (end < 0) return;
                Close(field[at..end], word, open, entities);
                at = end + 1;
            }
        }
    }

    private static void Close(string id, int word, List<(string Id, int First, string Type)> open, List<Entity> entities)
    {
        var which = open.FindLastIndex(o => o.Id == id);
        if (which < 0) return;
        entities.Add(new(open[which].First, word + 1, open[which].Type));
        open.RemoveAt(which);
    }

    private static uint[] Label(List<Row> rows, List<Entity> entities, IReadOnlySet<string> norps, IReadOnlySet<string> titles)
    {
        var allowed = new uint[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            NameType?[] outside = norps.Contains(rows[i].Form) ? [NameType.Norp] : [null];
            NameCorpora.Mark(allowed, i, i + 1, outside);
        }
        // outer mentions last, so that a name within a name yields to the whole
        foreach (var entity in entities.OrderBy(e => e.End - e.First))
        {
            var head = HeadOf(rows, entity);
            if (rows[head].Upos != "PROPN") continue;
            var (first, end) = NameWithin(rows, entity, head, titles);
            if (first >= end) continue;
            NameType?[] types = entity.Type switch
            {
                "person" => [NameType.Person],
                "organization" => [NameType.Org],
                "place" => [NameType.Place],
                "event" => [NameType.Event],
                "object" => [NameType.Product, NameType.Work, null],
                "abstract" => [NameType.Work, NameType.Norp, NameType.Product, null],
                _ => [null],
            };
            if (entity.Type is "person" or "abstract" && end == first + 1 && norps.Contains(rows[first].Form)) types = [NameType.Norp];
            NameCorpora.Mark(allowed, first, end, types);
        }
        return allowed;
    }

    private static int HeadOf(List<Row> rows, Entity entity)
    {
        for (var i = entity.First; i < entity.End; i++) if (rows[i].Head < entity.First || rows[i].Head >= entity.End) return i;
        return entity.First;
    }

    private static (int First, int End) NameWithin(List<Row> rows, Entity entity, int head, IReadOnlySet<string> titles)
    {
        var (first, end) = (head, head + 1);
        while (first > entity.First && (Capital(rows, first - 1) || (first - 2 >= entity.First && rows[first - 1].Form is "-" or "–" or "'s" or "of" or "and" or "&" or "the" or "de" && Capital(rows, first - 2)))) first--;
        while (end < entity.End)
        {
            if (Capital(rows, end)) { end++; continue; }
            var next = end;
            while (next < entity.End && next < end + 3 && rows[next].Form is "-" or "–" or "of" or "the" or "for" or "and" or "&" or "de" or "del" or "la" or "'s" or "on") next++;
            if (next > end && next < entity.End && Capital(rows, next) && rows[end].Form != "the") { end = next + 1; continue; }
            break;
        }
        if (entity.Type == "person") while (first < end && titles.Contains(rows[first].Form)) first++;
        while (first < end && rows[first].Form is "The" or "A" or "-") first++;
        return (first, end);
    }

    private static bool Capital(List<Row> rows, int i) =>
        rows[i].Upos is "PROPN" or "NOUN" or "ADJ" or "NUM" or "VERB" or "X" && (char.IsUpper(rows[i].Form[0]) || (rows[i].Upos == "PROPN") || (rows[i].Upos == "NUM" && i > 0));
}
