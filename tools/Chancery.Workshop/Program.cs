using System.CommandLine;
using Chancery.Workshop;

var root = new RootCommand("Chancery's workshop: trains models, compiles the gazetteer, scores. Never shipped.")
{
    TrainCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
