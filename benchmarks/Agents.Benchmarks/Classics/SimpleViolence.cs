using Classics;

namespace Agents.Benchmarks.Classics;

/// <summary>W3 as the simplest correct C#: people as objects.</summary>
internal sealed class SimpleViolence
{
    private readonly CivilViolence.Parameters parameters;
    private readonly System.Random random;
    private readonly Person?[,] grid;
    private readonly Person[] people;
    private readonly List<(int X, int Y)> sight = [];
    private readonly List<(int X, int Y)> free = [];
    private readonly List<Person> suspects = [];
    private int steps;
    private long active;
    private long jailed;

    public SimpleViolence(CivilViolence.Parameters parameters, int seed)
    {
        this.parameters = parameters;
        random = new System.Random(seed);
        var (width, height) = (parameters.Width, parameters.Height);
        grid = new Person?[width, height];
        var cells = Enumerable.Range(0, width * height).ToArray();
        random.Shuffle(cells);
        people = [.. cells.Take(parameters.Citizens + parameters.Cops).Select((cell, i) => new Person
        {
            X = cell % width,
            Y = cell / width,
            Hardship = random.NextDouble(),
            RiskAversion = random.NextDouble(),
            Stance = i < parameters.Citizens ? Stance.Quiet : Stance.Cop,
        })];
        foreach (var person in people)
            grid[person.X, person.Y] = person;
        for (var x = -parameters.Vision; x <= parameters.Vision; x++)
        {
            for (var y = -parameters.Vision; y <= parameters.Vision; y++)
            {
                if ((x, y) != (0, 0) && Math.Abs(x) + Math.Abs(y) <= parameters.Vision)
                    sight.Add((x, y));
            }
        }
    }

    public void Step()
    {
        random.Shuffle(people);
        foreach (var me in people)
        {
            if (me.Stance == Stance.Jailed)
            {
                me.Stance = --me.Sentence == 0 ? Stance.Quiet : Stance.Jailed;
                continue;
            }
            if (me.Stance == Stance.Cop)
                ArrestSomebody(me);
            else
                me.Stance = Rebels(me) ? Stance.Active : Stance.Quiet;
            Walk(me);
        }
        steps++;
        active += people.Count(person => person.Stance == Stance.Active);
        jailed += people.Count(person => person.Stance == Stance.Jailed);
    }

    public double[] Measure() => [(double)active / steps, (double)jailed / steps];

    private bool Rebels(Person me)
    {
        var grievance = me.Hardship * (1 - parameters.Legitimacy);
        if (grievance <= parameters.Threshold)
            return false;
        var (cops, rebels) = (0, 1);
        foreach (var offset in sight)
        {
            var (x, y) = CellAt(me, offset);
            cops += grid[x, y]?.Stance == Stance.Cop ? 1 : 0;
            rebels += grid[x, y]?.Stance == Stance.Active ? 1 : 0;
        }
        return grievance - me.RiskAversion * (1 - Math.Exp(-parameters.ArrestConstant * Math.Round((double)cops / rebels))) > parameters.Threshold;
    }

    private void ArrestSomebody(Person me)
    {
        suspects.Clear();
        foreach (var offset in sight)
        {
            var (x, y) = CellAt(me, offset);
            if (grid[x, y] is { Stance: Stance.Active } suspect)
                suspects.Add(suspect);
        }
        if (suspects.Count == 0)
            return;
        var arrested = suspects[random.Next(suspects.Count)];
        arrested.Sentence = random.Next(parameters.LongestSentence + 1);
        arrested.Stance = arrested.Sentence > 0 ? Stance.Jailed : Stance.Quiet;
    }

    private void Walk(Person me)
    {
        free.Clear();
        foreach (var offset in sight)
        {
            var (x, y) = CellAt(me, offset);
            if (grid[x, y] is null)
                free.Add((x, y));
        }
        if (free.Count == 0)
            return;
        grid[me.X, me.Y] = null;
        (me.X, me.Y) = free[random.Next(free.Count)];
        grid[me.X, me.Y] = me;
    }

    private (int X, int Y) CellAt(Person me, (int X, int Y) offset) =>
        ((me.X + offset.X + parameters.Width) % parameters.Width, (me.Y + offset.Y + parameters.Height) % parameters.Height);

    private sealed class Person
    {
        public required double Hardship { get; init; }

        public required double RiskAversion { get; init; }

        public int X { get; set; }

        public int Y { get; set; }

        public Stance Stance { get; set; }

        public int Sentence { get; set; }
    }
}
