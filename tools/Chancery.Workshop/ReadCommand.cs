using System.CommandLine;
using Chancery.Linguistics;
using Chancery.Linguistics.Conllu;
using Chancery.Workshop.Treebanks;

namespace Chancery.Workshop;

/// <summary><c>read</c>: reads the words of a treebank part with the models at hand and prints CoNLL-U, to look at errors.</summary>
internal static class ReadCommand
{
    internal static Command Create()
    {
        var data = new Option<string>("--data") { DefaultValueFactory = _ => "../shared/data" };
        var pack = new Option<string>("--pack") { DefaultValueFactory = _ => "data" };
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "ewt-dev" };
        var command = new Command("read", "Reads the words of a treebank part and prints CoNLL-U.") { data, pack, part };
        command.SetAction(p => ConlluWriter.Write(new DocumentReader(LanguagePack.FromFolder(p.GetValue(pack)!)).Read(Treebank.Load(p.GetValue(data)!, p.GetValue(part)!).Words), Console.Out));
        return command;
    }
}
