using System.Text;
using Microsoft.CodeAnalysis;

namespace Agents.Generators.Blocks;

/// <summary>
/// Writes a rule's graph as C#: loops over whole vectors, cut where a call needs its arguments in memory. All stores stand in
/// the last loop, which cannot throw, so that until then the text for one agent can take over.
/// </summary>
internal sealed partial class BlockText
{
    private const string Count = "Vector<int>.Count";

    private readonly Trace trace;
    private readonly INamedTypeSymbol population;
    private readonly bool clearsNoRoom;
    private readonly StringBuilder text = new();
    private readonly List<(Place Place, Node Value, string? Changes)> outputs;
    private readonly List<Node> left;
    private readonly HashSet<Node> needed = [];
    private readonly List<Call> calls;
    private readonly List<Loop> loops = [];
    private readonly HashSet<Node> kept = [];
    private int indent;

    /// <summary>Plans the loops.</summary>
    /// <param name="trace">The rule, followed.</param>
    /// <param name="population">The population that it is for.</param>
    /// <param name="clearsNoRoom">True where room on the stack may stay as it is.</param>
    /// <exception cref="Unsupported">The rule does nothing that lanes could do.</exception>
    public BlockText(Trace trace, INamedTypeSymbol population, bool clearsNoRoom)
    {
        (this.trace, this.population, this.clearsNoRoom) = (trace, population, clearsNoRoom);
        outputs = [.. trace.Stores.OrderBy(store => store.Key, StringComparer.Ordinal)
            .Select(store => (trace.Written[store.Key], store.Value, Changes(store.Value, trace.Written[store.Key])))];
        left = [.. trace.Left.Distinct()];
        if (outputs.Count == 0 && left.Count == 0)
            throw new Unsupported(null, "the rule writes nothing");
        var roots = outputs.Select(output => output.Value).Concat(left).ToList();
        // Who divides by zero for nothing divides by zero nevertheless.
        foreach (var root in roots.Concat(trace.Asked))
            Collect(root, needed, throughCalls: true);
        calls = [.. needed.Where(node => node.Call != null).Select(node => node.Call!).Distinct().OrderBy(call => call.Phase).ThenBy(call => call.Id)];
        var last = needed.Select(node => node.Phase).DefaultIfEmpty(0).Max();
        for (var phase = 0; phase <= last; phase++)
        {
            var ends = phase == last ? roots : [.. calls.Where(call => call.Phase == phase + 1).SelectMany(InputsOf).Distinct()];
            var nodes = new HashSet<Node>();
            foreach (var end in ends)
                Collect(end, nodes, throughCalls: false);
            loops.Add(new Loop(ends, nodes));
        }
        kept.UnionWith(needed.Where(node => node.IsDear && loops.Count(loop => loop.Nodes.Contains(node)) > 1));
    }

    /// <summary>The members of the rule that make its block form.</summary>
    public string Write()
    {
        foreach (var accessor in trace.Accessors.Values)
            Lines(accessor.Text);
        Line("/// <summary>True: the block form is made from the text for one agent.</summary>");
        Line("public static bool HasBlockForm => true;");
        Line();
        Line("/// <summary>The rule over a block, made from its text for one agent.</summary>");
        Line($"public void Step(global::Agents.Block<{LaneTypes.Full(population)}> block)");
        Open();
        WriteRuns();
        Close();
        Line();
        Line(clearsNoRoom ? "[SkipLocalsInit]" : "// Room on the stack is cleared first: allow unsafe blocks in the project to save that.");
        Line($"private void StepLanes(global::Agents.Block<{LaneTypes.Full(population)}> block{OfRun("ofRun")}, ref bool isStored)");
        Open();
        WriteLanes();
        Close();
        WriteLeft();
        return text.ToString();
    }

    /// <summary>The condition, the same for all rows, under which a column can change; null for always, "false" for never.</summary>
    private static string? Changes(Node value, Place place)
    {
        if (value.Kind == NodeKind.Load && value.Place!.Span == place.Span)
            return "false";
        if (value.Kind != NodeKind.Choice || value.Guard != null)
            return null;
        var (x, y) = (Changes(value.Inputs[0], place), Changes(value.Inputs[1], place));
        if (x == null && y == null)
            return null;
        var parts = new List<string>();
        if (x != "false")
            parts.Add(x == null ? value.Text : $"({value.Text} && {x})");
        if (y != "false")
            parts.Add(y == null ? $"!({value.Text})" : $"(!({value.Text}) && {y})");
        return parts.Count == 0 ? "false" : $"({string.Join(" || ", parts)})";
    }

    private static IEnumerable<Node> InputsOf(Call call)
    {
        foreach (var argument in call.Arguments.Where(argument => !argument.IsDirect && !argument.IsText))
            yield return argument.Node;
        if (call.Mask != null)
            yield return call.Mask;
    }

    private static void Collect(Node node, HashSet<Node> into, bool throughCalls)
    {
        if (!into.Add(node))
            return;
        foreach (var input in node.Inputs)
            Collect(input, into, throughCalls);
        if (!throughCalls || node.Call == null)
            return;
        foreach (var argument in node.Call.Arguments)
            Collect(argument.Node, into, throughCalls: true);
        if (node.Call.Mask != null)
            Collect(node.Call.Mask, into, throughCalls: true);
    }

    private string OfRun(string value) => trace.RunsOf == null ? "" : $", {LaneTypes.Full(((INamedTypeSymbol)trace.RunsOf.Type).TypeArguments[0])} {value}";

    private void WriteRuns()
    {
        if (trace.RunsOf == null)
        {
            WriteTrial("block", "");
            return;
        }
        Line($"var values = block.Population.{trace.RunsOf.Name}.Values;");
        Line("for (var from = block.From; from < block.To;)");
        Open();
        Line("var part = block.Among(new global::Agents.Rows(from, from + global::Agents.BlockForms.RunLength(values[from..block.To])));");
        WriteTrial("part", ", values[from]");
        Line("from = part.To;");
        Close();
    }

    private void WriteTrial(string rows, string ofRun)
    {
        Line("var isStored = false;");
        Line("try");
        Open();
        Line($"StepLanes({rows}{ofRun}, ref isStored);");
        Close();
        Line("catch (Exception) when (!isStored)");
        Open();
        Line("// Nothing is stored yet: the text for one agent throws at its own line, for the agent that it is about.");
        WriteOneByOne($"{rows}.From", $"{rows}.To", rows);
        Close();
    }

    private void WriteOneByOne(string from, string to, string rows = "block")
    {
        Line($"{rows}.OneByOne(this, {from}, {to});");
    }

    private void WriteLanes()
    {
        Line("var population = block.Population;");
        foreach (var condition in trace.LeftForAll.Distinct())
        {
            Line($"if ({condition})");
            Open();
            Line("isStored = true;");
            WriteOneByOne("block.From", "block.To");
            Line("return;");
            Close();
        }
        if (left.Count == 0 && outputs.All(output => output.Changes != null))
        {
            Line($"if (!({string.Join(" || ", outputs.Select(output => output.Changes))}))");
            Line("    return; // nothing changes in these rows");
        }
        Line($"var count = block.Length / {Count};");
        Line($"var rows = count * {Count};");
        foreach (var table in trace.Hoisted)
            Line($"var {table.Value} = {table.Key};");
        Declare();
        for (var phase = 0; phase < loops.Count; phase++)
        {
            foreach (var call in calls.Where(call => call.Phase == phase))
                WriteCall(call);
            WriteLoop(phase);
        }
        if (left.Count > 0)
        {
            Line("if (hasLeft)");
            Line($"    StepLeft(block, left{string.Concat(Kept.Select(k => $", old{k}"))});");
        }
        WriteOneByOne("block.From + rows", "block.To");
    }

    private void WriteLoop(int phase)
    {
        var isLast = phase == loops.Count - 1;
        if (isLast)
            Line("isStored = true; // what follows does not throw");
        if (loops[phase].Ends.Count == 0)
            return;
        Line("for (var i = 0; i < count; i++)");
        Open();
        var done = new HashSet<Node>();
        foreach (var end in loops[phase].Ends)
            WriteNode(end, done, phase);
        if (isLast)
            WriteStores();
        foreach (var call in calls.Where(call => call.Phase == phase + 1))
        {
            for (var k = 0; k < call.Arguments.Length; k++)
            {
                if (!call.Arguments[k].IsDirect && !call.Arguments[k].IsText)
                    Keep(call.IsInPlace ? Result(call, 0) : $"a{call.Id}_{k}", call.Arguments[k].Node);
            }
            if (call.Mask != null)
                Keep($"m{call.Id}", call.Mask);
        }
        Close();
    }

    private void WriteStores()
    {
        if (left.Count > 0)
        {
            Line($"var isLeft = {string.Join(" | ", left.Select(node => Name(node)))};");
            Line("Unsafe.Add(ref leftR, i) = isLeft;");
            Line("if (isLeft != Vector<int>.Zero)");
            Open();
            SaveOnce();
            for (var k = 0; k < outputs.Count; k++)
                WriteStore(k, isPartial: true);
            Line("continue;");
            Close();
        }
        for (var k = 0; k < outputs.Count; k++)
            WriteStore(k, isPartial: false);
    }

    private void WriteStore(int k, bool isPartial)
    {
        var (place, value, changes) = outputs[k];
        if (changes == "false")
            return;
        var (size, when) = (LaneTypes.Size(place.Type), changes == null ? "" : $"if ({changes}) ");
        foreach (var half in Halves(value))
        {
            var at = value.Lanes.IsPair() ? $"2 * i{(half == "h" ? " + 1" : "")}" : "i";
            var stored = size < 4 && value.Lanes == LaneType.Mask ? $"({Name(value)} & Vector<int>.One)" : Name(value, half);
            if (isPartial)
            {
                var old = size < 4 ? $"global::Agents.BlockForms.Widen(ref w{k}, i)" : $"Unsafe.Add(ref w{k}, {at})";
                var mask = value.Lanes switch
                {
                    LaneType.UInt => "Vector.AsVectorUInt32(isLeft)",
                    LaneType.Double or LaneType.Long => $"global::Agents.BlockForms.Half{(half == "h" ? "High" : "Low")}(isLeft)",
                    LaneType.ULong => $"Vector.AsVectorUInt64(global::Agents.BlockForms.Half{(half == "h" ? "High" : "Low")}(isLeft))",
                    _ => "isLeft",
                };
                stored = $"Vector.ConditionalSelect({mask}, {old}, {stored})";
            }
            Line(size < 4 ? $"{when}global::Agents.BlockForms.Narrow({stored}, ref w{k}, i); // {place.Name}"
                : $"{when}Unsafe.Add(ref w{k}, {at}) = {stored}; // {place.Name}");
        }
    }

    private void Line(string line = "") => text.Append(' ', line.Length == 0 ? 0 : 4 * indent).Append(line).Append('\n');

    private void Lines(string lines)
    {
        foreach (var line in lines.Split('\n'))
            Line(line.TrimEnd('\r'));
        Line();
    }

    private void Open()
    {
        Line("{");
        indent++;
    }

    private void Close()
    {
        indent--;
        Line("}");
    }

    /// <summary>A loop over the vectors of the block.</summary>
    /// <param name="Ends">What it is for.</param>
    /// <param name="Nodes">All that it works out.</param>
    private sealed record Loop(List<Node> Ends, HashSet<Node> Nodes);
}
