using Chancery.Linguistics;

namespace Chancery.Workshop.Tagging;

/// <summary>A pack of files just made, laid in a temporary folder while it is opened.</summary>
internal static class MemoryPack
{
    internal static LanguagePack Of(params (string Path, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("chancery-workshop-").FullName;
        foreach (var (path, bytes) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        };
        return LanguagePack.FromFolder(folder);
    }
}
