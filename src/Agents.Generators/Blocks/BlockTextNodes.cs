namespace Agents.Generators.Blocks;

/// <content>Nodes: where they lie in memory, and how a loop works them out.</content>
internal sealed partial class BlockText
{
    private static string[] Halves(Node node) => node.Lanes.IsPair() ? ["l", "h"] : [""];

    private static string Result(Call call, int slot) => $"r{call.Id}_{slot}";

    private void Declare()
    {
        foreach (var node in needed.Where(node => node is { Kind: NodeKind.Spread, IsConstant: false } && (trace.Asked.Contains(node) || loops.Any(loop => loop.Nodes.Contains(node)))).OrderBy(node => node.Id))
        {
            var value = Spread(node);
            Line(node.Guard == null ? $"var b{node.Id} = {value};" : $"var b{node.Id} = ({node.Guard}) ? {value} : default;");
        }
        foreach (var node in needed.Where(node => node.Kind == NodeKind.Choice).OrderBy(node => node.Id))
            Line(node.Guard == null ? $"var q{node.Id} = {node.Text};" : $"var q{node.Id} = ({node.Guard}) && {node.Text};");
        foreach (var node in needed.Where(node => node.Kind == NodeKind.Load && loops.Any(loop => loop.Nodes.Contains(node))).OrderBy(node => node.Id))
            DeclareRows($"c{node.Id}", node.Place!, node.Lanes, node.Guard);
        if (needed.Any(node => node.Kind == NodeKind.Id))
            Line("ref var ids = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<uint, Vector<uint>>(block.Ids.Slice(0, rows)));");
        foreach (var node in kept.OrderBy(node => node.Id))
            Room($"s{node.Id}", node.Lanes);
        foreach (var call in calls)
            Declare(call);
        for (var k = 0; k < outputs.Count; k++)
        {
            if (outputs[k].Changes != "false")
                DeclareRows($"w{k}", outputs[k].Place, outputs[k].Value.Lanes, null);
        }
        if (left.Count > 0)
            DeclareLeft();
    }

    /// <summary>A reference to the first of the block's rows.</summary>
    private void DeclareRows(string name, Place place, LaneType lanes, string? guard)
    {
        var (type, rows) = (LaneTypes.Full(place.Type), $"{place.Span}.Slice(block.From, rows)");
        var span = LaneTypes.Size(place.Type) switch
        {
            1 => $"MemoryMarshal.Cast<{type}, {Small(place)}>({rows})",
            2 => $"MemoryMarshal.Cast<{type}, {Small(place)}>({rows})",
            _ => $"MemoryMarshal.Cast<{type}, {lanes.Vector()}>({rows})",
        };
        Line($"ref var {name} = ref MemoryMarshal.GetReference({(guard == null ? span : $"({guard}) ? {span} : default")});");
    }

    private static string Small(Place place) => (LaneTypes.Size(place.Type), LaneTypes.IsSigned(place.Type)) switch
    {
        (1, false) => "byte",
        (1, true) => "sbyte",
        (2, false) => "ushort",
        _ => "short",
    };

    private void Room(string name, LaneType lanes)
    {
        Line($"Span<{lanes.Vector()}> {name} = stackalloc {lanes.Vector()}[{(lanes.IsPair() ? "2 * count" : "count")}];");
        Line($"ref var {name}R = ref MemoryMarshal.GetReference({name});");
    }

    private void Keep(string name, Node node)
    {
        if (!node.Lanes.IsPair())
            Line($"Unsafe.Add(ref {name}R, i) = {Name(node)};");
        else
        {
            Line($"Unsafe.Add(ref {name}R, 2 * i) = {Name(node, "l")};");
            Line($"Unsafe.Add(ref {name}R, 2 * i + 1) = {Name(node, "h")};");
        }
    }

    private void Fetch(string reference, Node node)
    {
        if (!node.Lanes.IsPair())
            Line($"var n{node.Id} = Unsafe.Add(ref {reference}, i);");
        else
        {
            Line($"var n{node.Id}l = Unsafe.Add(ref {reference}, 2 * i);");
            Line($"var n{node.Id}h = Unsafe.Add(ref {reference}, 2 * i + 1);");
        }
    }

    private static string Spread(Node node) => node.Lanes == LaneType.Mask
        ? node.IsConstant ? (node.Text == "true" ? "Vector<int>.AllBitsSet" : "Vector<int>.Zero") : $"(({node.Text}) ? Vector<int>.AllBitsSet : Vector<int>.Zero)"
        : $"new {node.Lanes.Vector()}({(node.Lanes == LaneType.Int ? "(int)" : "")}({node.Text}))";

    private static string Name(Node node, string half = "") => node switch
    {
        { Kind: NodeKind.Spread, IsConstant: true } => Spread(node),
        { Kind: NodeKind.Spread } => $"b{node.Id}",
        _ => $"n{node.Id}{(node.Lanes.IsPair() ? half : "")}",
    };

    private void WriteNode(Node node, HashSet<Node> done, int phase)
    {
        if (node.Kind == NodeKind.Spread || !done.Add(node))
            return;
        if (kept.Contains(node) && loops.Take(phase).Any(loop => loop.Nodes.Contains(node)))
        {
            Fetch($"s{node.Id}R", node);
            return;
        }
        foreach (var input in node.Inputs)
            WriteNode(input, done, phase);
        switch (node.Kind)
        {
            case NodeKind.Result:
                Fetch($"{Result(node.Call!, node.Slot)}R", node);
                break;
            case NodeKind.Row:
                Line($"var n{node.Id} = Vector<int>.Indices + new Vector<int>(block.From + i * {Count});");
                break;
            case NodeKind.Id:
                Fetch("ids", node);
                break;
            case NodeKind.Load:
                WriteLoad(node);
                break;
            case NodeKind.Choice:
                foreach (var half in Halves(node))
                    Line($"var {Name(node, half)} = q{node.Id} ? {Name(node.Inputs[0], half)} : {Name(node.Inputs[1], half)};");
                break;
            default:
                WriteFormula(node);
                break;
        }
        if (kept.Contains(node))
            Keep($"s{node.Id}", node);
    }

    private void WriteLoad(Node node)
    {
        if (node.Lanes.IsPair())
        {
            foreach (var half in Halves(node))
            {
                var pair = $"Unsafe.Add(ref c{node.Id}, 2 * i{(half == "h" ? " + 1" : "")})";
                Line($"var {Name(node, half)} = {(node.Guard == null ? pair : $"({node.Guard}) ? {pair} : default")};");
            }
            return;
        }
        var one = LaneTypes.Size(node.Type) < 4 ? $"global::Agents.BlockForms.Widen(ref c{node.Id}, i)" : $"Unsafe.Add(ref c{node.Id}, i)";
        if (node.Lanes == LaneType.Mask)
            one = $"Vector.GreaterThan({one}, Vector<int>.Zero)";
        Line($"var n{node.Id} = {(node.Guard == null ? one : $"({node.Guard}) ? {one} : default")}; // {node.Place!.Name}");
    }

    private void WriteFormula(Node node)
    {
        var n = $"n{node.Id}";
        switch (node.Shape)
        {
            case Shape.Narrow:
                Line($"var {n} = {Filled(node.Text, [Name(node.Inputs[0], "l"), Name(node.Inputs[0], "h")])};");
                return;
            case Shape.Widen:
                for (var k = 0; k < node.Inputs.Length; k++)
                    Line($"Vector.Widen({Name(node.Inputs[k])}, out var {n}l{k}, out var {n}h{k});");
                foreach (var half in Halves(node))
                    Line($"var {n}{half} = {Filled(node.Text, [.. node.Inputs.Select((_, k) => $"{n}{half}{k}")])};");
                return;
            case Shape.SelectPair:
                Line($"Vector.Widen({Name(node.Inputs[0])}, out var {n}lm, out var {n}hm);");
                foreach (var half in Halves(node))
                {
                    var mask = node.Lanes == LaneType.ULong ? $"Vector.AsVectorUInt64({n}{half}m)" : $"{n}{half}m";
                    Line($"var {n}{half} = Vector.ConditionalSelect({mask}, {Name(node.Inputs[1], half)}, {Name(node.Inputs[2], half)});");
                }
                return;
            case Shape.ComparePair:
                var (low, high) = (Filled(node.Text, [.. node.Inputs.Select(input => Name(input, "l"))]), Filled(node.Text, [.. node.Inputs.Select(input => Name(input, "h"))]));
                Line($"var {n} = Vector.Narrow({low}, {high});");
                return;
        }
        foreach (var half in Halves(node))
            Line($"var {Name(node, half)} = {Filled(node.Text, [.. node.Inputs.Select(input => Name(input, half))])};");
    }

    private static string Filled(string template, IReadOnlyList<string> inputs)
    {
        for (var k = 0; k < inputs.Count; k++)
            template = template.Replace($"{{{k}}}", inputs[k]);
        return template;
    }
}
