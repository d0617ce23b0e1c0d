namespace Chancery.Formats.Tables;

/// <summary>What tells one participant from another across reports: the registry's id, else country and name.</summary>
internal static class ActorKey
{
    internal static string Of(Participant participant) => participant.ActorId ?? $"named/{participant.Country ?? "-"}/{participant.Name}";
}
