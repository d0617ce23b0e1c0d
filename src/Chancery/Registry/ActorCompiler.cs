using System.Text;

namespace Chancery.Registry;

/// <summary>Lays actors and their names out as bytes (<see cref="ActorFile"/>); the same tables give the same bytes.</summary>
internal sealed class ActorCompiler
{
    private readonly List<byte> _texts = [0, 0];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<int> _actors = [];
    private readonly List<int> _offices = [];
    private readonly List<(ulong Hash, int Form, int Target)> _postings = [];
    private readonly HashSet<(int Form, int Target)> _posted = [];
    private readonly SortedDictionary<uint, int> _firstWords = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    internal static byte[] Compile(IEnumerable<(Actor Actor, List<(string Form, NameUse Use)> Forms)> actors)
    {
        var compiler = new ActorCompiler();
        foreach (var (actor, forms) in actors) compiler.Add(actor, forms);
        return compiler.Write();
    }

    private void Add(Actor actor, List<(string Form, NameUse Use)> forms)
    {
        if (!_numbers.TryGetValue(actor.Id, out var number)) number = AddActor(actor);
        foreach (var (form, use) in forms) Post(form, number, (int)use);
    }

    private int AddActor(Actor actor)
    {
        var number = _numbers.Count;
        _numbers.Add(actor.Id, number);
        _actors.AddRange(
            [Text(actor.Id), Text(actor.Name), Text(actor.Country), Text(string.Join('|', actor.Sectors)), Text(string.Join('|', actor.Aliases)), _offices.Count / 6, actor.Offices.Length, (int)actor.Type]);
        foreach (var office in actor.Offices)
            _offices.AddRange([Text(office.Title), Text(office.Country), Text(office.Sector), Text(office.Source), office.From?.DayNumber ?? ActorFile.NoDay, office.To?.DayNumber ?? ActorFile.NoDay]);
        Post(actor.Id, number, ActorFile.Id);
        if (actor.Type == EntityType.Person) Post(PersonNames.Surname(actor), number, ActorFile.FamilyName);
        return number;
    }

    private void Post(string form, int actor, int use)
    {
        var target = actor << 4 | use;
        if (!_posted.Add((Text(form), target))) return;
        _postings.Add((NameComparer.Hash(form), Text(form), target));
        if (use is ActorFile.Id or ActorFile.FamilyName) return;
        var (_, key) = ActorFile.Split(NameComparer.Hash(ActorFile.FirstWord(form)));
        _firstWords[key] = Math.Max(_firstWords.GetValueOrDefault(key), form.Length);
    }

    private int Text(string? text)
    {
        if (_known.TryGetValue(text ??= "", out var at)) return at;
        var utf8 = Encoding.UTF8.GetBytes(text);
        at = _texts.Count;
        _texts.AddRange([(byte)utf8.Length, (byte)(utf8.Length >> 8), .. utf8]);
        return _known[text] = at;
    }

    private byte[] Write()
    {
        var buckets = new int[ActorFile.Buckets + 1];
        foreach (var posting in _postings) buckets[ActorFile.Split(posting.Hash).Bucket + 1]++;
        for (var i = 1; i < buckets.Length; i++) buckets[i] += buckets[i - 1];
        using var output = new MemoryStream();
        using var writer = new BinaryWriter(output);
        foreach (var number in (int[])[ActorFile.Magic, ActorFile.Version, _numbers.Count, _offices.Count / 6, _postings.Count, _firstWords.Count, _texts.Count]) writer.Write(number);
        foreach (var number in _actors) writer.Write(number);
        foreach (var number in _offices) writer.Write(number);
        foreach (var start in buckets) writer.Write(start);
        // A stable sort: forms of one name stay as added, the likeliest first.
        foreach (var (hash, form, target) in _postings.OrderBy(p => p.Hash))
        {
            writer.Write(ActorFile.Split(hash).Key);
            writer.Write(form);
            writer.Write(target);
        }
        foreach (var (key, longest) in _firstWords)
        {
            writer.Write(key);
            writer.Write(longest);
        }
        writer.Write(_texts.ToArray());
        return output.ToArray();
    }
}
