namespace Agents.Generators.Blocks;

/// <content>
/// Lanes that are left to the text for one agent. They come after all others of their block; where one of them throws, those
/// behind it get back what they had, as if it had been their turn in vain.
/// </content>
internal sealed partial class BlockText
{
    /// <summary>Outputs that can change.</summary>
    private IEnumerable<int> Kept => Enumerable.Range(0, outputs.Count).Where(k => outputs[k].Changes != "false");

    private void DeclareLeft()
    {
        Room("left", LaneType.Int);
        Line("var hasLeft = false;");
        foreach (var k in Kept)
            Line($"Span<{LaneTypes.Full(outputs[k].Place.Type)}> old{k} = stackalloc {LaneTypes.Full(outputs[k].Place.Type)}[rows];");
    }

    /// <summary>Before the first lane that is left everything is stored for good; behind it nothing is stored yet.</summary>
    private void SaveOnce()
    {
        Line("if (!hasLeft)");
        Open();
        Line("hasLeft = true;");
        foreach (var k in Kept)
            Line($"{outputs[k].Place.Span}.Slice(block.From, rows).CopyTo(old{k});");
        Close();
    }

    private void WriteLeft()
    {
        if (left.Count == 0)
            return;
        Line();
        Line($"private void StepLeft(global::Agents.Block<{LaneTypes.Full(population)}> block, ReadOnlySpan<Vector<int>> left{string.Concat(Kept.Select(k => $", ReadOnlySpan<{LaneTypes.Full(outputs[k].Place.Type)}> old{k}"))})");
        Open();
        Line("var row = 0;");
        Line("try");
        Open();
        Line("for (var i = 0; i < left.Length; i++)");
        Open();
        Line("if (left[i] == Vector<int>.Zero)");
        Line("    continue;");
        Line($"for (var lane = 0; lane < {Count}; lane++)");
        Open();
        Line($"row = i * {Count} + lane;");
        Line("if (left[i][lane] != 0)");
        Line("    block.OneByOne(this, block.From + row, block.From + row + 1);");
        Close();
        Close();
        Close();
        Line("catch");
        Open();
        Line("// Who comes behind the one that throws would not have had its turn.");
        Line("var population = block.Population;");
        foreach (var k in Kept)
            Line($"old{k}.Slice(row + 1).CopyTo({outputs[k].Place.Span}.Slice(block.From + row + 1));");
        Line("throw;");
        Close();
        Close();
    }
}
