namespace Agents.Generators.Blocks;

/// <content>Calls: for all rows at once, or lane by lane.</content>
internal sealed partial class BlockText
{
    private bool IsNeeded(Call call, int slot) => needed.Any(node => node.Call == call && node.Slot == slot);

    // Words are drawn by the first, the first two, or all four of a block.
    private int Drawn(Call call)
    {
        var most = Enumerable.Range(0, call.Results.Length).Last(slot => IsNeeded(call, slot)) + 1;
        return most == 3 ? 4 : most;
    }

    private int Results(Call call) => call.Text.Contains("{outs}") ? Drawn(call) : call.Results.Length;

    private void Declare(Call call)
    {
        for (var slot = 0; slot < Results(call); slot++)
        {
            var lanes = LaneTypes.Of(call.Results[slot], null);
            Room(Result(call, slot), lanes);
            Line($"var {Result(call, slot)}S = MemoryMarshal.Cast<{lanes.Vector()}, {lanes.Element()}>({Result(call, slot)});");
        }
        for (var k = 0; k < call.Arguments.Length; k++)
        {
            var argument = call.Arguments[k];
            if (argument.IsText || call.IsInPlace && !argument.IsDirect)
                continue;
            if (argument.IsDirect)
                Line($"var a{call.Id}_{k}S = {argument.Node.Place!.Span}.Slice(block.From, rows);");
            else
            {
                var lanes = argument.Node.Lanes;
                Room($"a{call.Id}_{k}", lanes);
                Line($"var a{call.Id}_{k}S = MemoryMarshal.Cast<{lanes.Vector()}, {lanes.Element()}>(a{call.Id}_{k});");
            }
        }
        if (call.Mask == null)
            return;
        Room($"m{call.Id}", LaneType.Mask);
        Line($"var m{call.Id}S = MemoryMarshal.Cast<Vector<int>, int>(m{call.Id});");
    }

    private void WriteCall(Call call)
    {
        Line($"// {call.Source}");
        if (call.Guard != null)
        {
            Line($"if ({call.Guard})");
            Open();
        }
        if (call.Kind == CallKind.Bulk)
            WriteBulk(call);
        else if (call.IsLoop)
            WriteLoopCall(call);
        else if (IsRemembered(call))
            WriteRemembered(call);
        else
            WriteLaneCall(call);
        if (call.Guard != null)
            Close();
    }

    private void WriteBulk(Call call)
    {
        var direct = call.IsInPlace && call.Arguments[0].IsDirect;
        if (direct)
            Line($"a{call.Id}_0S.CopyTo({Result(call, 0)}S);");
        else if (call.IsInPlace && call.Arguments[0].IsText)
            Line($"{Result(call, 0)}S.Fill({call.Arguments[0].Node.Text});");
        var text = call.Text.Replace("{out}", $"{Result(call, 0)}S").Replace("{outs}", string.Join(", ", Enumerable.Range(0, Results(call)).Select(slot => $"{Result(call, slot)}S")));
        text = Filled(text, [.. call.Arguments.Select((_, k) => $"a{call.Id}_{k}S")]);
        if (call.ForOne == null || call.Arguments[0].IsText || LaneTypes.Size(call.Arguments[0].Type) != 4 || LaneTypes.Of(call.Results[0], null) is not (LaneType.Float or LaneType.Int))
        {
            Line(text);
            return;
        }
        var asked = call.IsInPlace ? $"{Result(call, 0)}S" : $"a{call.Id}_0S";
        Line($"if (global::Agents.BlockForms.AreAlike({asked}))");
        Line($"    {Result(call, 0)}S.Fill({call.ForOne.Replace("{0}", $"{asked}[0]")});");
        Line("else");
        Line($"    {text}");
    }

    private void WriteLoopCall(Call call)
    {
        OpenLanes(call);
        var text = call.Text.Replace("{lane}", "j");
        for (var k = 0; k < call.Arguments.Length; k++)
        {
            var slot = k < call.Results.Length ? $"{{ref{k}}}" : $"{{given{k - call.Results.Length}}}";
            if (k < call.Results.Length)
                Line($"{LaneTypes.Full(call.Results[k])} x{call.Id}_{k} = {Asked(call, k)};");
            text = text.Replace(slot, k < call.Results.Length ? $"x{call.Id}_{k}" : Asked(call, k));
        }
        Line(text);
        for (var slot = 0; slot < call.Results.Length; slot++)
            Line($"{Result(call, slot)}S[j] = {ToLane(call, slot, $"x{call.Id}_{slot}")};");
        Close();
    }

    private void WriteLaneCall(Call call)
    {
        OpenLanes(call);
        Line($"{Result(call, 0)}S[j] = {ToLane(call, 0, Value(call))};");
        Close();
    }

    private void OpenLanes(Call call)
    {
        Line("for (var j = 0; j < rows; j++)");
        Open();
        if (call.Mask == null)
            return;
        Line($"if (m{call.Id}S[j] == 0)");
        Line("    continue;");
    }

    private static string Value(Call call) => Filled(call.Text, [.. call.Arguments.Select((_, k) => Asked(call, k))]);

    // An argument's value in lane j, in its own type.
    private static string Asked(Call call, int k)
    {
        var argument = call.Arguments[k];
        if (argument.Node.Kind == NodeKind.Row)
            return "(block.From + j)";
        if (argument.IsText)
            return argument.Node.Text;
        var read = $"a{call.Id}_{k}S[j]";
        return argument.IsDirect ? read
            : argument.Node.Lanes == LaneType.Mask ? $"({read} != 0)"
            : argument.Node.Lanes == LaneType.Int && LaneTypes.Full(argument.Type) != "int" ? $"(({LaneTypes.Full(argument.Type)}){read})" : read;
    }

    private static string ToLane(Call call, int slot, string value) => LaneTypes.Of(call.Results[slot], null) switch
    {
        LaneType.Mask => $"({value}) ? -1 : 0",
        LaneType.Int when LaneTypes.Full(call.Results[slot]) != "int" => $"(int)({value})",
        _ => value,
    };

    // ---- what neighbours ask alike is answered once ----

    private static bool IsRemembered(Call call) => call.IsCoherent && call.Arguments.Any(argument => !argument.IsText)
        && call.Arguments.All(argument => argument.Node.Kind != NodeKind.Row && !argument.Node.Lanes.IsPair());

    private void WriteRemembered(Call call)
    {
        var asked = Enumerable.Range(0, call.Arguments.Length).Where(k => !call.Arguments[k].IsText).ToList();
        var lanes = LaneTypes.Of(call.Results[0], null);
        Line($"var known{call.Id} = false;");
        Line($"{lanes.Element()} value{call.Id} = default;");
        foreach (var k in asked)
            Line($"var last{call.Id}_{k} = 0;");
        var isWide = asked.Count == 1 && LaneTypes.Size(call.Arguments[asked[0]].Type) == 4;
        if (isWide)
        {
            WriteAlike(call, asked[0], lanes);
            Line($"for (var j = i * {Count}; j < (i + 1) * {Count}; j++)");
        }
        else
            Line("for (var j = 0; j < rows; j++)");
        Open();
        if (call.Mask != null)
        {
            Line($"if (m{call.Id}S[j] == 0)");
            Line("    continue;");
        }
        foreach (var k in asked)
            Line($"var bits{k} = {Bits(call, k)};");
        Line($"if (!known{call.Id} || {string.Join(" || ", asked.Select(k => $"bits{k} != last{call.Id}_{k}"))})");
        Open();
        Line($"value{call.Id} = {ToLane(call, 0, Value(call))};");
        foreach (var k in asked)
            Line($"last{call.Id}_{k} = bits{k};");
        Line($"known{call.Id} = true;");
        Close();
        Line($"{Result(call, 0)}S[j] = value{call.Id};");
        Close();
        if (isWide)
            Close();
    }

    // A whole vector that asks what was asked last.
    private void WriteAlike(Call call, int k, LaneType lanes)
    {
        Line("for (var i = 0; i < count; i++)");
        Open();
        if (call.Mask != null)
        {
            Line($"if (m{call.Id}[i] == Vector<int>.Zero)");
            Line("    continue;");
        }
        var argument = call.Arguments[k];
        var type = argument.IsDirect ? LaneTypes.Full(argument.Type) : argument.Node.Lanes.Element();
        Line($"var wide = MemoryMarshal.Cast<{type}, Vector<int>>(a{call.Id}_{k}S)[i];");
        Line($"if (known{call.Id} && Vector.EqualsAll(wide, new Vector<int>(last{call.Id}_{k})))");
        Open();
        if (lanes.IsPair())
            Line($"{Result(call, 0)}[2 * i] = {Result(call, 0)}[2 * i + 1] = new {lanes.Vector()}(value{call.Id});");
        else
            Line($"{Result(call, 0)}[i] = new {lanes.Vector()}(value{call.Id});");
        Line("continue;");
        Close();
    }

    private static string Bits(Call call, int k)
    {
        var argument = call.Arguments[k];
        var read = $"a{call.Id}_{k}S[j]";
        return argument.Node.Lanes switch
        {
            LaneType.Float => $"BitConverter.SingleToInt32Bits({read})",
            LaneType.Mask when argument.IsDirect => $"({read} ? 1 : 0)",
            _ => $"(int){read}",
        };
    }
}
