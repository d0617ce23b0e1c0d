using System.CommandLine;
using Chancery.Workshop;
using Chancery.Workshop.Actors;
using Chancery.Workshop.Coreference;
using Chancery.Workshop.Factuality;
using Chancery.Workshop.Lexicons;
using Chancery.Workshop.Naming;
using Chancery.Workshop.Parsing;
using Chancery.Workshop.Places;
using Chancery.Workshop.Reports;
using Chancery.Workshop.Stories;
using Chancery.Workshop.Tokenizing;

var root = new RootCommand("Chancery's workshop: trains models, compiles the gazetteer, scores. Never shipped.")
{
    TrainCommand.Create(),
    SegmentCommand.Create(),
    NameCommand.Create(),
    CorefCommand.Create(),
    FactualityCommand.Create(),
    ActorCommand.Create(),
    GradientCheck.Create(),
    GazetteerCommand.Create(),
    ReadCommand.Create(),
    SpeedCommand.Create(),
    WordNetCommand.Create(),
    ReportsCommand.Create(),
    RecordCommand.Create(),
    CountsCommand.Create(),
    JoinsCommand.Create(),
    RetoldCommand.Create(),
    MetCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
