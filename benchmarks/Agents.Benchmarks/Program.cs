using Agents.Benchmarks;
using BenchmarkDotNet.Running;

if (args is ["bdn", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest);
    return 0;
}
if (args is ["guard"])
    return GuardCommand.Run();
if (args is ["readme", .. var place])
    return ReadmeCommand.Run(place);
if (args is [var command, .. var options] && Suite.Run(command, options) is { } exitCode)
    return exitCode;
Console.Error.WriteLine(Suite.Usage);
return Suite.BadInput;
