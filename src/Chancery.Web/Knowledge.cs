using Chancery.Briefs;
using Chancery.English;
using Chancery.Ontologies;
using Chancery.Registry;

namespace Chancery.Web;

/// <summary>The tables and models the server works with, each loaded when it is first needed.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Knowledge
{
    private readonly Lazy<ReportReader> _reader = new(() => new(EnglishPack.Instance));
    private readonly Lazy<Codebook> _codes = new(() => Codebook.Read(EnglishPack.Instance));
    private readonly Lazy<ActorRegistry> _registry = new(() => new(EnglishPack.Instance));
    private readonly Lazy<BriefWriter> _briefs;
    private readonly Lazy<Telling> _telling = new(() => new(EnglishPack.Instance));

    public Knowledge() => _briefs = new(() => new(EnglishPack.Instance, Registry));

    internal ReportReader Reader => _reader.Value;

    internal Codebook Codes => _codes.Value;

    internal ActorRegistry Registry => _registry.Value;

    internal BriefWriter Briefs => _briefs.Value;

    internal Telling Telling => _telling.Value;
}
