using System.ComponentModel;

namespace Chancery.Web.Mcp;

/// <summary>Where the words stand that an answer rests on; offsets are Unicode code points of the report's text, half-open.</summary>
[Description("Where the words stand that an answer rests on; offsets are Unicode code points of the report's text, half-open.")]
internal sealed record Citation(string Report, string? Publisher, string? Published, string Words, int Start, int End, string? Claim);

/// <summary>A claim with its citation.</summary>
internal sealed record ToldClaim(
    string Id, string? Telling, string[] Actor, string[] Recipient, string? Type, string Status, string[] Attribution, string? From, string? To, string? Place, string[] Figures, double Confidence, string? Event, Citation Citation);

/// <summary>Claims that were found.</summary>
/// <param name="Total">How many there are; null for more than are counted.</param>
/// <param name="Claims">The first of them.</param>
internal sealed record ToldClaims(int? Total, ToldClaim[] Claims);

/// <summary>What the sources of an event disagree on.</summary>
internal sealed record ToldDispute(string Field, string[][] Sides);

/// <summary>An event with everyone who tells of it.</summary>
internal sealed record ToldEvent(string Id, string Telling, string Status, string Standing, int Independent, string? From, string? To, string[] Origins, ToldDispute[] Disputes, string? SettledBy, Citation[] Citations);

/// <summary>Events in the order of their days.</summary>
internal sealed record ToldStory(int Total, ToldEvent[] Events);

/// <summary>One telling of a number.</summary>
internal sealed record ToldFigure(string Series, string Of, decimal? Min, decimal? Max, string? Unit, bool Approximate, string? Change, string? AsOf, string[] Attribution, string? Supersedes, string[] Contradicts, string? Drift, Citation Citation);

/// <summary>Figures by series and day.</summary>
internal sealed record ToldFigures(ToldFigure[] Figures);

/// <summary>A sentence of a brief with what it rests on.</summary>
internal sealed record ToldSentence(string Section, string Text, Citation[] Citations);

/// <summary>A brief.</summary>
internal sealed record ToldBrief(string Title, ToldSentence[] Sentences);
