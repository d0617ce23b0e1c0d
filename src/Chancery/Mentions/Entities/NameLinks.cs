namespace Chancery.Mentions.Entities;

/// <summary>Finds the chain that a name belongs to: the same actor, the same words, a surname of a full name, an acronym.</summary>
internal static class NameLinks
{
    internal static EntityChain? Find(EntityDraft name, ChainNames names)
    {
        if ((Glossed(name, names) ?? names.Same(name)) is { } found) return found;
        foreach (var other in names.Latest()) if (IsAlias(name, other)) return other.Chain;
        return null;
    }

    private static bool IsNorp(EntityDraft draft) => draft.Type == EntityType.Norp;

    private static bool IsAlias(EntityDraft name, EntityDraft other)
    {
        if (IsNorp(name) || IsNorp(other)) return false;
        if (name.Type == EntityType.Person && other.Type == EntityType.Person) return IsPartOfPerson(name, other) || IsPartOfPerson(other, name);
        if (name.Type == EntityType.Person || other.Type == EntityType.Person) return name.Use is null && IsPartOfPerson(name, other);
        return name.Type == EntityType.Org && other.Type == EntityType.Org && (IsInitials(name, other) || IsInitials(other, name) || IsShortened(name, other));
    }

    /// <summary>'Shoigu' for 'Sergei Shoigu', 'Kim' for 'Kim Jong Un': the first or last word, or some words in order.</summary>
    private static bool IsPartOfPerson(EntityDraft part, EntityDraft whole)
    {
        var (n, m) = (part.End - part.First, whole.End - whole.First);
        if (n >= m) return false;
        var (document, at) = (part.Document, whole.First);
        for (var i = part.First; i < part.End; i++, at++)
        {
            while (at < whole.End && !document[at].Chars.Equals(document[i].Chars, StringComparison.Ordinal)) at++;
            if (at >= whole.End) return false;
        }
        return true;
    }

    /// <summary>'(KCNA)' right behind the name it stands for.</summary>
    private static EntityChain? Glossed(EntityDraft name, ChainNames names)
    {
        var document = name.Document;
        if (name.First < 2 || document[name.First - 1].Chars is not "(" || name.End >= document.Count || document[name.End].Chars is not ")") return null;
        return names.EndingAt(name.First - 1) is { } other && (other.Type == name.Type || IsInitials(name, other)) ? other.Chain : null;
    }

    private static bool IsInitials(EntityDraft letters, EntityDraft name)
    {
        if (letters.End - letters.First != 1 || name.End - name.First < 2) return false;
        var document = name.Document;
        var at = 0;
        var chars = letters.Chars;
        for (var i = name.First; i < name.End; i++)
        {
            var first = document[i].Chars[0];
            if (!char.IsUpper(first)) continue;
            while (at < chars.Length && chars[at] == '.') at++;
            if (at >= chars.Length || chars[at] != first) return false;
            at++;
        }
        while (at < chars.Length && chars[at] == '.') at++;
        return at >= 2 && at == chars.Length;
    }

    /// <summary>'Workers' Party' for 'Workers' Party of Korea': a beginning that is more than one word.</summary>
    private static bool IsShortened(EntityDraft part, EntityDraft whole)
    {
        if (part.Actor is not null && whole.Actor is not null || part.End - part.First < 2 || part.End - part.First >= whole.End - whole.First) return false;
        return whole.Chars.StartsWith(part.Chars, StringComparison.Ordinal) || whole.Chars.EndsWith(part.Chars, StringComparison.Ordinal);
    }
}
