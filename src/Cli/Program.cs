using Cli;

return CommandLine.Run(args, Models.All, Terminal.OfThisProcess());
