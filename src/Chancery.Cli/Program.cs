using Chancery.Cli;
using Chancery.Cli.Commands;

return await Application.Run(
    args,
    ReadCommand.Create(),
    FollowCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    BriefCommand.Create(),
    ExportCommand.Create(),
    AnnotateCommand.Create(),
    CoreferCommand.Create(),
    LexiconCommand.Create(),
    ServeCommand.Create(),
    McpCommand.Create());
