using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Agents;

namespace Commands.Tests;

/// <summary>Holds the arrows between projects and namespaces, and the determinism contract as far as names show it.</summary>
public sealed class ArchitectureTests
{
    /// <summary>Functions whose last bits differ between machines or vector widths.</summary>
    private static readonly string[] MachineDependent =
    [
        "Exp", "Exp2", "Exp10", "Log", "Log2", "Log10", "Pow", "Cbrt", "Sin", "Cos", "Tan", "Asin", "Acos", "Atan", "Atan2", "Sinh", "Cosh", "Tanh",
        "FusedMultiplyAdd", "MultiplyAddEstimate", "ReciprocalEstimate", "ReciprocalSqrtEstimate",
    ];

    private static readonly string[] Ours = ["Agents", "Classics", "Commands", "Elites", "Experiments", "abm"];

    [TestCase("Agents")]
    [TestCase("Classics", "Agents")]
    [TestCase("Elites", "Agents")]
    [TestCase("Experiments", "Agents", "CsvHelper", "MathNet.Numerics", "Microsoft.Data.Sqlite", "Parquet", "YamlDotNet")]
    [TestCase("Commands", "Agents", "CsvHelper", "Experiments", "Spectre.Console", "Spectre.Console.Ansi", "System.CommandLine")]
    [TestCase("abm", "Agents", "Classics", "Commands", "Elites")]
    public void Assembly_References_PointOneWay(string name, params string[] allowed)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!).Where(reference => !IsOfTheBase(reference));
        Assert.That(references, Is.SubsetOf(allowed));
    }

    [TestCase("Agents")]
    [TestCase("Classics", "Agents")]
    [TestCase("Elites", "Agents")]
    [TestCase("Experiments", "Agents")]
    [TestCase("Commands", "Agents", "Experiments")]
    public void Project_References_PointOneWay(string name, params string[] allowed)
    {
        var project = File.ReadAllText(Path.Combine(Repository.Root, "src", name, name + ".csproj"));
        var references = Ours.Where(other => project.Contains($"/{other}.csproj", StringComparison.Ordinal));
        Assert.That(references, Is.SubsetOf(allowed));
    }

    [TestCase("Agents")]
    [TestCase("Classics")]
    [TestCase("Elites")]
    [TestCase("Experiments")]
    public void Assembly_OtherThanTheCommandLine_HasNoConsole(string name) =>
        Assert.That(Offences(Assembly.Load(name), _ => true, member => member == typeof(Console)), Is.Empty);

    [TestCase("Agents")]
    [TestCase("Classics")]
    [TestCase("Elites")]
    public void Assembly_OfModels_UsesNothingThatDiffersBetweenMachinesOrRuns(string name) =>
        Assert.That(Offences(Assembly.Load(name), type => type.FullName != "Agents.Workers", IsUnrepeatable), Is.Empty);

    [Test]
    public void Spaces_KnowNoAgents() =>
        Assert.That(Offences(typeof(Model).Assembly, type => type.Namespace == "Agents.Spaces", IsOfAgents), Is.Empty);

    [Test]
    public void Data_KnowsNoSpaces() =>
        Assert.That(Offences(typeof(Model).Assembly, type => type.Namespace == "Agents.Data", member => NamespaceOf(member) == "Agents.Spaces"), Is.Empty);

    [TestCase("Design", "Config", "Statistics", "Runs", "Storage", "Export", "Analysis", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Config", "Statistics", "Runs", "Storage", "Export", "Analysis", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Runs", "Analysis.Report", "Export", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Statistics", "Export", "Runs", "Analysis", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Storage", "Statistics", "Export", "Runs", "Analysis", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Analysis", "Runs", "Analysis.Report", "Export", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Export", "Analysis", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Calibration", "Hypotheses", "Cluster")]
    [TestCase("Hypotheses", "Cluster")]
    [TestCase("Analysis.Sensitivity", "Config", "Runs", "Storage", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Analysis.Survival", "Design", "Config", "Runs", "Storage", "Calibration", "Hypotheses", "Cluster")]
    [TestCase("Analysis.Discovery", "Design", "Config", "Runs", "Storage", "Calibration", "Hypotheses", "Cluster")]
    public void ExperimentsNamespace_KnowsNothingDownstream(string name, params string[] downstream) =>
        Assert.That(
            Offences(
                Assembly.Load("Experiments"),
                type => type.Namespace == "Experiments." + name,
                member => NamespaceOf(member) is { } known && downstream.Any(below => $"{known}.".StartsWith($"Experiments.{below}.", StringComparison.Ordinal))),
            Is.Empty);

    [TestCase("System.Random")]
    [TestCase("System.Diagnostics.Stopwatch")]
    [TestCase("System.Collections.Generic.HashSet`1")]
    [TestCase("System.Collections.Generic.Dictionary`2")]
    [TestCase("System.Math")]
    [TestCase("System.Double")]
    [TestCase("System.Numerics.Vector FusedMultiplyAdd")]
    [TestCase("System.HashCode")]
    public void Offences_OfCodeThatBreaksTheContract_AreFound(string expected) =>
        Assert.That(Offences(GetType().Assembly, type => type == typeof(Offender), IsUnrepeatable), Has.Some.Contains(expected));

    [Test]
    public void Offences_OfTheOneExemptClass_AreFound() =>
        Assert.That(Offences(typeof(Model).Assembly, type => type == typeof(Workers), IsUnrepeatable), Has.Some.Contains("System.Diagnostics.Stopwatch"));

    [Test]
    public void Offences_OfASpaceThatKnowsAgents_AreFound()
    {
        var found = Offences(GetType().Assembly, type => type == typeof(Offender), IsOfAgents);
        Assert.That(found, Has.Some.Contains("Agents.Population").And.Some.Contains("Agents.Data.DataCollector"));
    }

    private static List<string> Offences(Assembly assembly, Func<Type, bool> isLookedAt, Func<MemberInfo, bool> isForbidden) =>
    [
        .. from type in assembly.GetTypes()
           where !type.IsNested && isLookedAt(type)
           from member in UsedMembers.Of(type)
           where isForbidden(member)
           select $"{type.FullName} uses {(member.DeclaringType ?? member as Type)?.FullName ?? NameOf(member)} {member.Name}",
    ];

    private static string NameOf(MemberInfo member) => $"{NamespaceOf(member)}.{(member.DeclaringType ?? member).Name}";

    private static string? NamespaceOf(MemberInfo member) => (member as Type ?? member.DeclaringType)?.Namespace;

    private static bool IsOfTheBase(string assembly) =>
        assembly == "Microsoft.Win32.Primitives" || (assembly.StartsWith("System.", StringComparison.Ordinal) && assembly != "System.CommandLine");

    private static bool IsOfAgents(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType;
        return type?.Namespace == "Agents.Data" || typeof(Population).IsAssignableFrom(type) || typeof(Model).IsAssignableFrom(type)
            || (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(Agent<>));
    }

    private static bool IsOfVectors(Type? type) =>
        type?.Namespace is "System.Runtime.Intrinsics" or "System.Numerics" && type.Name.StartsWith("Vector", StringComparison.Ordinal);

    private static bool IsUnrepeatable(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType;
        if (type == typeof(System.Random) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(Stopwatch) || type == typeof(Guid) || type == typeof(TimeProvider))
            return true;
        if (type == typeof(Environment))
            return member.Name.StartsWith("get_TickCount", StringComparison.Ordinal);
        if (type == typeof(Math) || type == typeof(MathF) || type == typeof(double) || type == typeof(float) || IsOfVectors(type))
            return MachineDependent.Contains(member.Name);
        if (type == typeof(HashCode) || (type == typeof(RuntimeHelpers) && member.Name == nameof(GetHashCode)))
            return true;
        if (type == typeof(string) || type == typeof(object))
            return member.Name == nameof(GetHashCode);
        var isHashed = type is { IsGenericType: true } && (type.GetGenericTypeDefinition() == typeof(HashSet<>) || type.GetGenericTypeDefinition() == typeof(Dictionary<,>));
        return isHashed && member.Name is "GetEnumerator" or "get_Keys" or "get_Values" or "CopyTo";
    }
}
