using System.Text;

namespace Chancery.Registry;

/// <summary>Ids made of names: lower case, accents folded, a hyphen for all else.</summary>
internal static class Slug
{
    internal static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var folded = NameComparer.Fold(c);
            if (char.IsAsciiLetterOrDigit(folded)) slug.Append(folded);
            else if (folded != '\'' && folded != '.' && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
