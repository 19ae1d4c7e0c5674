using System.Numerics;

namespace Agents.Spaces;

/// <summary>What happens to layers of their own accord.</summary>
public static class LayerProcesses
{
    /// <summary>Cells from which on several threads diffuse; below it the hand-over costs more than it saves.</summary>
    private const int ParallelCells = 16 * Population.BlockSize;

    extension(Layer<int> layer)
    {
        /// <summary>
        /// Adds to the pending value of a cell; several agents may do so for one cell, on any threads, since whole numbers commute.
        /// </summary>
        public void Add(int cell, int amount) => Interlocked.Add(ref layer.Pending(cell), amount);
    }

    extension<T>(Layer<T> layer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <summary>
        /// Every cell gives a share of its value to the cells around it in equal parts, as NetLogo's diffuse and diffuse4 do: the
        /// explicit scheme v + share / n x (sum of the neighbours' differences to v, in the neighbourhood's order). What would go
        /// beyond a bounded grid's edge stays, so that the sum of all values is conserved up to rounding. What is pending is
        /// committed first; afterwards the new values are committed.
        /// </summary>
        /// <param name="share">0 to 1.</param>
        /// <param name="around">Such as <c>grid.Moore(1)</c> or <c>grid.VonNeumann(1)</c>.</param>
        /// <param name="workers">Threads to use, such as the model's; null for one. They never show in results.</param>
        /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1].</exception>
        /// <exception cref="ArgumentException">The neighbourhood is of a grid of another size.</exception>
        public void Diffuse(T share, Neighbourhood around, Workers? workers = null)
        {
            RequireShare(share);
            ArgumentNullException.ThrowIfNull(around);
            around.RequireOf(layer.Grid);
            layer.Commit();
            var height = layer.Grid.Height;
            if (workers is { Count: > 1 } && layer.Grid.Count >= ParallelCells)
            {
                var job = workers.Reuse<Job<T>>();
                job.Set(layer, share, around);
                workers.Run(job, height);
            }
            else
            {
                for (var row = 0; row < height; row++)
                    DiffuseRow(layer, share / T.CreateChecked(around.Size), around, row);
            }
            layer.Commit();
        }

        /// <summary>Every cell loses a share of its value. What is pending is committed first; afterwards the new values are committed.</summary>
        /// <param name="share">0 to 1.</param>
        /// <exception cref="ArgumentOutOfRangeException">The share is not in [0, 1].</exception>
        public void Decay(T share)
        {
            RequireShare(share);
            var left = T.One - share;
            foreach (ref var value in layer.Next)
                value *= left;
            layer.Commit();
        }
    }

    private static void RequireShare<T>(T share)
        where T : IFloatingPointIeee754<T>
    {
        if (!(share >= T.Zero && share <= T.One))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
    }

    private static void DiffuseRow<T>(Layer<T> layer, T part, Neighbourhood around, int row)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (width, reach) = (layer.Grid.Width, around.Radius);
        var (from, to) = (row * width, (row + 1) * width);
        var isInner = row >= reach && row < layer.Grid.Height - reach;
        var edge = isInner ? Math.Min(from + reach, to) : to;
        var cell = from;
        for (; cell < edge; cell++)
            DiffuseCell(layer, part, around, cell);
        // Away from the edges the cells around lie at the same jumps from each of many cells.
        for (; Vector<T>.IsSupported && cell <= to - reach - Vector<T>.Count; cell += Vector<T>.Count)
            DiffuseLanes(layer.Values, layer.Next, part, around.Jumps, cell);
        for (; cell < to; cell++)
            DiffuseCell(layer, part, around, cell);
    }

    private static void DiffuseCell<T>(Layer<T> layer, T part, Neighbourhood around, int cell)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var values = layer.Values;
        var value = values[cell];
        var differences = T.Zero;
        foreach (var other in around.Of(cell))
            differences += values[other] - value;
        layer.Pending(cell) = value + part * differences;
    }

    private static void DiffuseLanes<T>(ReadOnlySpan<T> values, Span<T> next, T part, ReadOnlySpan<int> jumps, int cell)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var value = new Vector<T>(values[cell..]);
        var differences = Vector<T>.Zero;
        foreach (var jump in jumps)
            differences += new Vector<T>(values[(cell + jump)..]) - value;
        (value + new Vector<T>(part) * differences).CopyTo(next[cell..]);
    }

    /// <summary>One row of cells a block.</summary>
    private sealed class Job<T> : Workers.Job
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private Layer<T> layer = null!;
        private Neighbourhood around = null!;
        private T part;

        public void Set(Layer<T> layer, T share, Neighbourhood around) =>
            (this.layer, this.around, part) = (layer, around, share / T.CreateChecked(around.Size));

        public override void Do(int block) => DiffuseRow(layer, part, around, block);
    }
}
