using System.CommandLine;

var root = new RootCommand("Chancery's workshop: trains models, compiles the gazetteer, scores. Never shipped.");
return await root.Parse(args).InvokeAsync();
