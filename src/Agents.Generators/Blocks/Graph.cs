namespace Agents.Generators.Blocks;

/// <summary>The values of a rule over lanes. Equal ones are one node.</summary>
internal sealed class Graph
{
    private readonly Dictionary<string, Node> nodes = [];
    private readonly Dictionary<string, Call> calls = [];

    /// <summary>The node, or the one that is equal to it.</summary>
    public Node Add(Node node)
    {
        var key = $"{node.Kind}|{node.Lanes}|{node.Text}|{node.Guard}|{node.Shape}|{node.Call?.Id}|{node.Slot}|{string.Join(",", node.Inputs.Select(input => input.Id))}"
            + $"|{LaneTypes.Full(node.Type)}";
        if (nodes.TryGetValue(key, out var known))
            return known;
        node.Id = nodes.Count;
        node.Phase = node.Call?.Phase ?? node.Inputs.Select(input => input.Phase).DefaultIfEmpty(0).Max();
        return nodes[key] = node;
    }

    /// <summary>The results of a call, or those of the one that is equal to it.</summary>
    public Node[] Add(Call call)
    {
        var key = $"{call.Kind}|{call.Text}|{call.Guard}|{call.Mask?.Id}|{string.Join(",", call.Arguments.Select(argument => argument.Node.Id))}";
        if (calls.TryGetValue(key, out var known))
            call = known;
        else
        {
            calls[key] = call;
            call.Id = calls.Count;
            // What a call takes from memory must have been put there by an earlier loop.
            var inputs = call.Arguments.Where(argument => !argument.IsDirect && !argument.IsText).Select(argument => argument.Node).ToList();
            if (call.Mask != null)
                inputs.Add(call.Mask);
            call.Phase = inputs.Count == 0 ? 0 : inputs.Max(input => input.Phase) + 1;
        }
        return [.. call.Results.Select((type, slot) => Add(new Node(NodeKind.Result, LaneTypes.Of(type, null), type) { Call = call, Slot = slot }))];
    }
}
