namespace Agents.Generators;

/// <summary>Writes of a population's columns their storage, their making and the views <c>me.Column</c> and <c>me.Next.Column</c>.</summary>
internal static class PopulationWriter
{
    public static GeneratedFile Write(PopulationShape population) =>
        new($"{population.Place.Name}.Columns.g.cs", population.IsWritable ? TextOf(population) : "", population.Findings);

    private static string TextOf(PopulationShape population)
    {
        var text = population.Place.Open();
        foreach (var column in population.Columns)
            text.Line($"private {column.Type} {column.Field} = null!;");
        foreach (var column in population.Columns)
        {
            text.Line();
            text.Line($"{column.Modifiers} {column.Type} {column.Name} => {column.Field};");
        }
        text.Line();
        text.Line("/// <inheritdoc/>");
        text.Open("protected override void MakeColumns()");
        text.Line("base.MakeColumns();");
        foreach (var column in population.Columns)
            text.Line($"{column.Field} = base.{column.Kind}<{column.Value}>();");
        text.Close();
        population.Place.Close(text);
        if (population.Reach.Length > 0)
            WriteViews(population, text);
        return text.ToString();
    }

    private static void WriteViews(PopulationShape population, CodeText text)
    {
        var shown = population.Columns.Where(column => column.Reach.Length > 0).ToList();
        if (shown.Count == 0)
            return;
        text.Line();
        text.Summary($"The columns of <see cref=\"{population.Type}\"/>, one agent's row of each, as a rule names them.");
        text.Open($"{population.Reach} static class {ClassOf(population)}");
        text.Open($"extension(global::Agents.Agent<{population.Type}> me)");
        WriteEach(population, shown, text, column => column.IsOwn
            ? $"ref {column.Value} {column.Name} => ref me.Population.{column.Name}[me.Row];"
            : $"{column.Value} {column.Name} => me.Population.{column.Name}[me.Row];");
        text.Close();
        var pending = shown.Where(column => column.Kind == "State").ToList();
        if (pending.Count > 0)
        {
            text.Line();
            text.Open($"extension(global::Agents.Pending<{population.Type}> next)");
            WriteEach(population, pending, text, column => $"ref {column.Value} {column.Name} => ref next.Population.{column.Name}.Pending(next.Row);");
            text.Close();
        }
        text.Close();
    }

    private static void WriteEach(PopulationShape population, List<ColumnShape> columns, CodeText text, Func<ColumnShape, string> view)
    {
        foreach (var column in columns)
        {
            if (column != columns[0])
                text.Line();
            text.Line($"/// <inheritdoc cref=\"{population.Type}.{column.Name}\"/>");
            text.Line($"{column.Reach} {view(column)}");
        }
    }

    /// <summary>The name of the class of its views: the names of the types around it tell nested populations apart.</summary>
    private static string ClassOf(PopulationShape population) =>
        string.Join("_", population.Place.Heads.Select(head => head.Substring(head.LastIndexOf(' ') + 1).TrimStart('@'))) + "Columns";
}
