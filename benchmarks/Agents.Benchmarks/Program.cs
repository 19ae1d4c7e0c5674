using Agents.Benchmarks.Classics;
using Agents.Benchmarks.Influence;
using Agents.Benchmarks.Sweep;
using BenchmarkDotNet.Running;

if (args is ["w1", .. var options])
    return InfluenceCommand.Run(options);
if (args is [var workload, .. var settings] && ClassicCommand.Run(workload, settings) is { } exitCode)
    return exitCode;
if (args is ["w5", .. var sweep])
    return SweepCommand.Run(sweep);
if (args is ["bdn", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest);
    return 0;
}
Console.Error.WriteLine("""
    w1 [--quick]     the influence kernel beside C++, one table, and a record in benchmarks/records
    w2 [--quick]     Schelling's segregation beside C++, in the same way
    w3 [--quick]     Epstein's civil violence
    w4 [--quick]     the exchange of wealth
    w5 [--quick]     64 runs of the influence kernel as a study with its tables beside C++, in the same way
    bdn [OPTIONS]    the classes of BenchmarkDotNet; try: bdn --list flat
    """);
return 2;
