using Microsoft.CodeAnalysis;

namespace Agents.Generators.Analyzers;

/// <summary>What of the base class library no model may call, each with what to use instead.</summary>
internal sealed class Unrepeatable
{
    private const string Streams = "the agent's or the model's Draws";
    private const string Ticks = "the model's Tick";
    private const string Hash = "a number of your own, such as an id or an index";
    private const string Fixed = "a parameter of the model";

    private static readonly (string Type, string[] Members, string Instead)[] Chance =
    [
        ("System.Random", [], Streams),
        ("System.Security.Cryptography.RandomNumberGenerator", [], Streams),
        ("System.Guid", ["NewGuid", "CreateVersion7"], "an agent's Id"),
        ("System.DateTime", ["Now", "UtcNow", "Today"], Ticks),
        ("System.DateTimeOffset", ["Now", "UtcNow"], Ticks),
        ("System.TimeProvider", ["System", "GetUtcNow", "GetLocalNow", "GetTimestamp"], Ticks),
        ("System.Diagnostics.Stopwatch", [], Ticks),
        ("System.Environment", ["TickCount", "TickCount64", "CpuUsage"], Ticks),
        ("System.Environment", ["ProcessorCount", "MachineName", "UserName", "ProcessId", "CurrentManagedThreadId", "GetEnvironmentVariable", "OSVersion", "WorkingSet"], Fixed),
        ("System.String", ["GetHashCode"], Hash),
        ("System.HashCode", [], Hash),
        ("System.Runtime.CompilerServices.RuntimeHelpers", ["GetHashCode"], Hash),
    ];

    private static readonly string[] Threads =
    [
        "System.Threading.Thread", "System.Threading.ThreadPool", "System.Threading.Timer", "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1",
        "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.Parallel", "System.Linq.ParallelEnumerable",
    ];

    private static readonly string[] Mathematics =
    [
        "System.Math", "System.MathF", "System.Double", "System.Single", "System.Numerics.Vector", "System.Numerics.Complex", "System.Runtime.Intrinsics.Vector128",
        "System.Runtime.Intrinsics.Vector256", "System.Runtime.Intrinsics.Vector512",
    ];

    /// <summary>Functions that the framework has of its own.</summary>
    private static readonly HashSet<string> Own = ["Exp", "Log", "Pow"];

    private static readonly HashSet<string> Inexact =
    [
        "Acos", "AcosPi", "Acosh", "Asin", "AsinPi", "Asinh", "Atan", "Atan2", "Atan2Pi", "AtanPi", "Atanh", "Cbrt", "Cos", "CosPi", "Cosh", "Exp10", "Exp10M1", "Exp2", "Exp2M1",
        "ExpM1", "Hypot", "Log10", "Log10P1", "Log2", "Log2P1", "LogP1", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate", "RootN", "Sin", "SinCos", "SinCosPi",
        "SinPi", "Sinh", "Tan", "TanPi", "Tanh",
    ];

    private readonly Dictionary<ISymbol, List<(string[] Members, string Instead)>> chance = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> threads = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> mathematics = new(SymbolEqualityComparer.Default);

    /// <summary>Finds the types in a compilation.</summary>
    public Unrepeatable(Compilation compilation)
    {
        foreach (var (name, members, instead) in Chance)
        {
            if (compilation.GetTypeByMetadataName(name) is not { } type)
                continue;
            if (!chance.TryGetValue(type, out var entries))
                chance[type] = entries = [];
            entries.Add((members, instead));
        }
        threads.UnionWith(Threads.Select(compilation.GetTypeByMetadataName).OfType<ISymbol>());
        mathematics.UnionWith(Mathematics.Select(compilation.GetTypeByMetadataName).OfType<ISymbol>());
    }

    /// <summary>What to use instead of a member that depends on chance, time, machine or process; null if it depends on none.</summary>
    public string? InsteadOf(ISymbol member)
    {
        if (!chance.TryGetValue(member.ContainingType.OriginalDefinition, out var entries))
            return null;
        return entries.FirstOrDefault(entry => entry.Members.Length == 0 || entry.Members.Contains(member.Name)).Instead;
    }

    /// <summary>What to use instead of a mathematical function; null if it gives the same bits everywhere.</summary>
    public string? InsteadOfMathematics(ISymbol member)
    {
        if (!mathematics.Contains(member.ContainingType) || !member.IsStatic)
            return null;
        if (Own.Contains(member.Name))
            return $"Functions.{member.Name}";
        if (member.Name == "LogP1")
            return "Functions.Log1p";
        return Inexact.Contains(member.Name) ? "what can be built on + - * /, the square root and Functions.Exp, Log and Pow" : null;
    }

    /// <summary>Whether a member starts or waits for threads.</summary>
    public bool UsesThreads(ISymbol member) => threads.Contains(member.ContainingType.OriginalDefinition);
}
