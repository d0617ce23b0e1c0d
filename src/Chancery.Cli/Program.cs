using Chancery.Cli;
using Chancery.Cli.Commands;

return await Application.Run(
    args,
    AnnotateCommand.Create());
