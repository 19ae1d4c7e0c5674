return Commands.Abm.Run(args, [.. Cli.Models.All]);
