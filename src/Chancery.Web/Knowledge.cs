using Chancery.Briefs;
using Chancery.Linguistics;
using Chancery.Ontologies;
using Chancery.Registry;

namespace Chancery.Web;

/// <summary>The tables and models the server works with, each loaded when it is first needed.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class Knowledge(LanguagePack pack)
{
    private readonly Lazy<ReportReader> _reader = new(() => new(pack));
    private readonly Lazy<Codebook> _codes = new(() => Codebook.Read(pack));
    private readonly Lazy<ActorRegistry> _registry = new(() => new(pack));
    private readonly Lazy<BriefWriter> _briefs = new(() => new(pack, new(pack)));
    private readonly Lazy<Telling> _telling = new(() => new(pack));

    /// <summary>Loads everything, so that the first who asks need not wait.</summary>
    internal void Warm()
    {
        _ = Codes;
        _ = Telling;
        Reader.Read(new() { Id = "warm", Text = "Norway sent two ships to Latvia." });
    }

    internal ReportReader Reader => _reader.Value;

    internal Codebook Codes => _codes.Value;

    internal ActorRegistry Registry => _registry.Value;

    internal BriefWriter Briefs => _briefs.Value;

    internal Telling Telling => _telling.Value;
}
