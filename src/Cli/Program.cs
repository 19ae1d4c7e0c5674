return Cli.Startup.Run(args);
