using System.Collections.Immutable;
using Chancery.Coding.Figures;
using Chancery.Coding.Lexicons;
using Chancery.Linguistics;
using Chancery.Linguistics.Packs;
using Chancery.Ontologies;

namespace Chancery.Coding;

/// <summary>Reads event claims off the trees: predicates → frames and roles → claims.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class Coder
{
    private const string Language = "en";

    private readonly FrameTable _frames;
    private readonly FrameLexicon _lexicon;
    private readonly Embeddings _embeddings;
    private readonly BareActs _bare;
    private readonly ContextFinder _contexts;
    private readonly FigureFinder _figures;
    private readonly GistFinder _gists;
    private readonly ConfidenceModel _confidence;
    private readonly NounFields _fields;

    internal Coder(LanguagePack pack)
    {
        _frames = FrameTable.Read(pack);
        var faults = new PackFaults();
        var lexicon = faults.Of(() => new FrameLexicon(pack, Language, _frames));
        var embeddings = faults.Of(() => new Embeddings(pack, _frames));
        faults.ThrowIfAny();
        _lexicon = lexicon!;
        _embeddings = embeddings!;
        _bare = new(pack, _frames);
        _contexts = new(pack, Language);
        _figures = new(pack, Language);
        _gists = new(pack, Language);
        _confidence = new(pack);
        _fields = new(pack);
    }

    internal EventClaims Code(Report report, Document document, MentionSet mentions, Attributions attributions)
    {
        var actors = new ActorWords(document, mentions, _lexicon, _fields);
        var index = new AttributionIndex(document, attributions.Relations);
        var finder = new HitFinder(_lexicon, new(_lexicon, _lexicon.Acts, actors, index), actors);
        var participants = new ParticipantFinder(document, actors, _lexicon);
        var roles = new RoleFiller(_lexicon, finder, participants, actors, index);
        var composer = new HitComposer(_frames, _embeddings);
        var maps = new ClauseMap?[document.SentenceCount];
        var found = new List<Hit>();
        var bare = new List<Hit>();
        var seen = new HashSet<int>();
        foreach (var sentence in document.Sentences)
        {
            var hits = finder.Find(sentence);
            if (hits.Count == 0) continue;
            var map = maps[sentence.Index] = new(hits);
            foreach (var hit in hits)
            {
                roles.Fill(hit);
                seen.Add(hit.Word.Index);
            }
            composer.Compose(hits, map);
            found.AddRange(hits.Where(hit => !hit.IsDropped));
            bare.AddRange(hits.Where(hit => hit.IsBare));
        }
        var figures = _figures.Select(document, mentions, attributions);
        var counted = mentions with { Quantities = figures };
        var circumstances = new Circumstances(report, document, counted, maps);
        var repeats = new RepeatFolder(_frames, document);
        var homes = new HomeFinder(_frames, actors, document, mentions);
        foreach (var hit in found) homes.Settle(hit, circumstances.Place(hit));
        var writer = new ClaimWriter(document, attributions, index, _contexts, new(document, mentions, index), _confidence);
        var acts = repeats.Fold(found);
        var claims = writer.Write(acts, circumstances);
        var numbers = _figures.Find(document, mentions, figures, index, claims);
        var happenings = new HappeningReader(_lexicon, _bare, actors, participants, composer, attributions, index).Read(document, acts, bare, seen, maps);
        if (happenings.Count > 0) claims = [.. claims.Concat(writer.Write(happenings, new(report, document, counted, maps)).Where(c => !IsHistory(c, report))).OrderBy(c => c.Word)];
        return _gists.Add(new(OnTheWordOf(numbers, claims), numbers), document, mentions, attributions, _frames.Find);
    }

    /// <summary>'was rebuilt in 1970': what is told of times long past sets the scene; nobody waits to hear of it again.</summary>
    private static bool IsHistory(EventClaim claim, Report report) => claim.Time is { Basis: TimeBasis.Explicit, To: { } to } && report.Published is { } published && to < published.AddYears(-Past);

    /// <summary>Years after which what happened is history.</summary>
    private const int Past = 10;

    /// <summary>Where somebody is said to put a number at so many, what it is a number of is told on his word.</summary>
    private static ImmutableArray<EventClaim> OnTheWordOf(ImmutableArray<Figure> numbers, ImmutableArray<EventClaim> claims)
    {
        var words = numbers.Where(n => n.ClaimId is not null && !n.Attribution.IsEmpty).ToLookup(n => n.ClaimId!, n => n.Attribution, StringComparer.Ordinal);
        return [.. claims.Select(c => c.Attribution.IsEmpty && words[c.Id].FirstOrDefault() is { IsDefaultOrEmpty: false } word ? c with { Attribution = word } : c)];
    }
}
