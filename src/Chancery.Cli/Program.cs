using Chancery.Cli;
using Chancery.Cli.Commands;

return await Application.Run(
    args,
    ReadCommand.Create(),
    FollowCommand.Create(),
    WatchCommand.Create(),
    ListCommand.Create(),
    ShowCommand.Create(),
    BriefCommand.Create(),
    ExportCommand.Create(),
    CompareCommand.Create(),
    AnnotateCommand.Create(),
    CoreferCommand.Create(),
    LexiconCommand.Create(),
    DecideCommand.Create(),
    RecordCommand.Create(),
    ConfigCommand.Create(),
    DoctorCommand.Create(),
    CompletionsCommand.Create(),
    ServeCommand.Create(),
    McpCommand.Create());
