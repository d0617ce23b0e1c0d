using System.Security.Cryptography;
using System.Text;

namespace Chancery.Web.Security;

/// <summary>The keys that open the record, each by its SHA-256 alone, so that the file of keys gives none away.</summary>
/// <remarks>
/// One key a line: <c>role name sha256</c>, blanks between; <c>#</c> opens a remark. A key is 32 random bytes, so that a plain digest keeps it.
/// Immutable and thread-safe.
/// </remarks>
internal sealed class KeyRing
{
    private const int KeyBytes = 32;

    private readonly List<(Caller Caller, byte[] Digest)> _keys = [];

    /// <summary>Reads a file of keys.</summary>
    /// <exception cref="ServeException">The file cannot be read, has no key or a line that is none.</exception>
    internal static KeyRing Read(string path)
    {
        var ring = new KeyRing();
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts is not [var role, var name, { Length: 64 } digest] || !Enum.TryParse<Role>(role, ignoreCase: true, out var known) || !Enum.IsDefined(known) || !digest.All(char.IsAsciiHexDigit))
                throw new ServeException($"{path}:{number}: expected 'reader|reviewer|admin NAME SHA-256'; 'chancery serve --new-key ROLE:NAME' prints such a line");
            ring._keys.Add((new(name, known), Convert.FromHexString(digest)));
        }
        return ring._keys.Count > 0 ? ring : throw new ServeException($"'{path}' holds no key");
    }

    /// <summary>A new key and the line to keep of it.</summary>
    /// <exception cref="ServeException">The role or the name is none.</exception>
    internal static (string Key, string Line) Create(string roleAndName)
    {
        var parts = roleAndName.Split(':');
        if (parts is not [var role, { Length: > 0 } name] || !Enum.TryParse<Role>(role, ignoreCase: true, out var known) || !Enum.IsDefined(known) || name.Any(char.IsWhiteSpace) || char.IsAsciiDigit(role[0]))
            throw new ServeException($"'{roleAndName}': expected reader:NAME, reviewer:NAME or admin:NAME");
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        return (key, $"{known.ToString().ToLowerInvariant()} {name} {Convert.ToHexStringLower(Digest(key))}");
    }

    /// <summary>Whose key it is; null where it is nobody's. Takes as long whichever key matches, or none.</summary>
    internal Caller? Find(string key)
    {
        var digest = Digest(key);
        Caller? found = null;
        foreach (var (caller, known) in _keys)
            if (CryptographicOperations.FixedTimeEquals(digest, known)) found = caller;
        return found;
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ServeException($"keys: {problem.Message}");
        }
    }
}
