namespace Chancery.Fusion;

/// <summary>How well two claims agree on who, on whom and on where: above 0 the same as far as told, 0 where one does not tell, below 0 others.</summary>
internal readonly record struct Agreed(int Actors, int Recipients, int Place)
{
    /// <summary>True where others are told to have done it, or to have had it done to them, or another town where.</summary>
    internal bool AreOther => Actors < 0 || Recipients < 0 || Place < 0;

    internal static Agreed Of(EventClaim a, EventClaim b) => new(Parties.Agreement(a.Actors, b.Actors), Parties.Agreement(a.Recipients, b.Recipients), ClaimComparer.PlaceAgreement(a, b));
}
