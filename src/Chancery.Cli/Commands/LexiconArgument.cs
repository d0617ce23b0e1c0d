using System.CommandLine;
using Chancery.English;
using Chancery.Linguistics;

namespace Chancery.Cli.Commands;

/// <summary>A user's own tables, laid over the shipped ones.</summary>
internal sealed class LexiconArgument
{
    private readonly Option<DirectoryInfo?> _folder = new("--lexicon") { Description = "Folder of your own tables (actors/*.tsv, languages/en/frames/*.tsv, …), laid over the shipped ones." };

    internal LexiconArgument AddTo(Command command)
    {
        _folder.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo?>() is { Exists: false } missing) result.AddError($"--lexicon: there is no folder '{missing}'");
        });
        command.Add(_folder);
        return this;
    }

    internal LanguagePack Of(ParseResult call) =>
        call.GetValue(_folder) is { } folder ? EnglishPack.Instance.With(LanguagePack.FromFolder(folder.FullName)) : EnglishPack.Instance;
}
