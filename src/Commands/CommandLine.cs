using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Agents;
using Experiments.Config;

namespace Commands;

/// <summary>Reads the command line and runs what it names.</summary>
internal static class CommandLine
{
    /// <summary>Arguments that are complained of one by one.</summary>
    private const int MostComplaints = 20;

    /// <summary>The exit code of a command line.</summary>
    public static int Run(string[] args, IReadOnlyList<ModelDefinition> models, Terminal terminal) =>
        Guard(() => Invoke(args, ModelsOption.Join(models, args), terminal), terminal);

    private static int Invoke(string[] args, IReadOnlyList<ModelDefinition> models, Terminal terminal)
    {
        var root = new RootCommand("Agent-based models and their experiments: one config describes a study, one command runs it.")
        {
            RunCommand.Make(models, terminal),
            ResumeCommand.Make(models, terminal),
            SubmitCommand.Make(models, terminal),
            RunChunkCommand.Make(models, terminal),
            MergeCommand.Make(models, terminal),
            StatusCommand.Make(terminal),
            VerifyCommand.Make(models, terminal),
            ReplayCommand.Make(models, terminal),
            WhyCommand.Make(models, terminal),
            AnalyseCommand.Make(models, terminal),
            ExportCommand.Make(terminal),
            CheckCommand.Make(models, terminal),
            CalibrateCommand.Make(models, terminal),
            CompareCommand.Make(models, terminal),
            JudgeCommand.Make(models, terminal),
            ClaimsCommand.Make(models, terminal),
            LearnCommand.Make(models, terminal),
            ModelsCommand.Make(models, terminal),
            DescribeCommand.Make(models, terminal),
            InitCommand.Make(models, terminal),
            NewCommand.Make(terminal),
            SchemaCommand.Make(models, terminal),
            ClientCommand.Make(terminal),
            ModelsOption.Make(),
        };
        // A leading @ is part of a file's name here, not an order to read further arguments from it.
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not HelpAction && (result.Errors.Count > 0 || UnknownOptions(result).Any()))
            return Refuse(result, terminal);
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return result.Invoke(invocation);
    }

    private static int Guard(Func<int> run, Terminal terminal)
    {
        try
        {
            var code = run();
            terminal.Out.Flush();
            return code;
        }
        catch (ConfigException exception)
        {
            foreach (var problem in exception.Problems)
                terminal.Error.WriteLine(problem);
            return ExitCode.BadInput;
        }
        catch (Exception exception) when (IsLedgerLibraryMissing(exception))
        {
            terminal.Error.WriteLine(LedgerLibrary.IsThere
                ? $"abm: the ledger's library in {AppContext.BaseDirectory} cannot be loaded here; it needs {LedgerLibrary.Needs}. {LedgerLibrary.Advice}"
                : $"abm: the ledger's library (libe_sqlite3.so, or e_sqlite3.dll) is not beside the program in {AppContext.BaseDirectory}: copy it there too.");
            return ExitCode.BadInput;
        }
        catch (Exception exception) when (Terminal.IsLost(exception) && !HasCurrentDirectory())
        {
            terminal.Error.WriteLine("abm: the folder that this shell is in was removed: change to one that is there.");
            return ExitCode.BadInput;
        }
        catch (Exception exception) when (Terminal.IsLost(exception))
        {
            terminal.Error.WriteLine($"abm: the output cannot be written: {exception.Message}");
            return ExitCode.NoSpace;
        }
        catch (OutOfMemoryException)
        {
            terminal.Error.WriteLine("abm: there is not enough memory for this: take fewer --threads, or a machine with more.");
            return ExitCode.NoSpace;
        }
        catch (Exception exception)
        {
            terminal.Error.WriteLine(Startup.Words(exception));
            return ExitCode.BadInput;
        }
    }

    private static bool HasCurrentDirectory()
    {
        try
        {
            return Directory.Exists(Environment.CurrentDirectory);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>True where only one of the files that publishing writes was copied.</summary>
    private static bool IsLedgerLibraryMissing(Exception? exception) =>
        exception is not null && (exception is DllNotFoundException || IsLedgerLibraryMissing(exception.InnerException));

    private static int Refuse(ParseResult result, Terminal terminal)
    {
        var command = result.CommandResult.Command;
        var name = command is RootCommand ? "abm" : $"abm {command.Name}";
        var complaints = Complaints(result, command);
        foreach (var complaint in complaints.Take(MostComplaints))
            terminal.Error.WriteLine(new Problem(name, 0, 0, "", complaint));
        if (complaints.Count > MostComplaints)
            terminal.Error.WriteLine(new Problem(name, 0, 0, "", $"and {complaints.Count - MostComplaints} more arguments that are not understood"));
        terminal.Error.WriteLine($"{name} --help says more.");
        return ExitCode.BadInput;
    }

    private static List<string> Complaints(ParseResult result, Command command)
    {
        var unknown = UnknownOptions(result).ToList();
        // What follows an unknown option may be its value, so that nothing can be said of it.
        if (unknown.Count > 0)
            return [.. unknown.Select(token => Unknown(command, token))];
        if (result.UnmatchedTokens.Count > 0)
            return [.. result.UnmatchedTokens.Select(token => Unknown(command, token))];
        return command is RootCommand
            ? [$"name a command: {string.Join(", ", command.Subcommands.Select(one => one.Name))}"]
            : [.. result.Errors.Select(error => error.Message)];
    }

    /// <summary>Options that the command does not have; the parser takes the first for a positional argument.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result)
    {
        // What stands after -- is for another program.
        var passedOn = result.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        return result.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value)
            .SkipLast(passedOn)
            .Concat(result.UnmatchedTokens)
            .Where(token => token.Length > 1 && token[0] == '-');
    }

    private static string Unknown(Command command, string token)
    {
        if (token.StartsWith('-'))
        {
            var options = command.Options.Select(option => option.Name).ToList();
            return $"there is no option {Problem.Quote(token)}{Spelling.Hint(token, options)}; the options are {string.Join(", ", options)}";
        }
        if (command is not RootCommand)
            return $"{Problem.Quote(token)} is one argument too many";
        var names = command.Subcommands.Select(one => one.Name).ToList();
        return $"there is no command {Problem.Quote(token)}{Spelling.Hint(token, names)}; the commands are {string.Join(", ", names)}";
    }
}
