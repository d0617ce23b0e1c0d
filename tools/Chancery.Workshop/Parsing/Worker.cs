using Chancery.Linguistics.Parsing;

namespace Chancery.Workshop.Parsing;

/// <summary>Carries one part of a batch through the net and back, with buffers and gradients of its own.</summary>
internal sealed unsafe class Worker
{
    private readonly ParserNet _net;
    private readonly Dropout _dropout;
    private readonly GatedLayer.Tape[] _tapes;
    private readonly Matrix[] _inputs, _masks;
    private readonly Matrix _slopes = new(), _slopesBelow = new();
    private readonly Heads _heads;
    private Random _random = new(0);
    private int[] _words = [], _upos = [], _xpos = [];

    internal Worker(ParserNet net, Dropout dropout)
    {
        (_net, _dropout) = (net, dropout);
        _tapes = [.. net.Layers.Select(_ => new GatedLayer.Tape())];
        _inputs = [.. net.Layers.Select(_ => new Matrix())];
        _masks = [.. Enumerable.Range(0, net.Layers.Count + 1).Select(_ => new Matrix())];
        Gradients = new(net.Parameters);
        _heads = new(net);
    }

    internal Gradients Gradients { get; }

    /// <summary>Summed loss of heads and relations.</summary>
    internal double Loss { get; private set; }

    /// <summary>Sums the gradients of a batch into <see cref="Gradients"/>.</summary>
    internal void Learn(Batch batch, int seed)
    {
        _random = new(seed);
        Gradients.Clear();
        Loss = 0;
        if (batch.Rows == 0) return;
        var top = Forward(batch, learning: true);
        _slopes.Shape(batch.Rows, top.Columns);
        Loss = _heads.Learn(batch, top, _masks[^1], _slopes, Gradients);
        var (slopes, below) = (_slopes, _slopesBelow);
        for (var l = _net.Layers.Count - 1; l >= 0; l--)
        {
            below.Shape(batch.Rows, _inputs[l].Columns);
            _net.Layers[l].Backward(batch, _inputs[l], _tapes[l], slopes, below, Gradients);
            Mask(batch, below, _masks[l]);
            (slopes, below) = (below, slopes);
        }
        LearnInput(batch, slopes);
    }

    /// <summary>Scores a batch: for every sentence a row a word of scores of heads (0: the root), and the relations of its best heads.</summary>
    internal void Score(Batch batch, Action<int, Matrix, Func<int, int, float[]>> use) => _heads.Score(batch, Forward(batch, learning: false), use);

    private Matrix Forward(Batch batch, bool learning)
    {
        Look(batch, learning);
        var x = _inputs[0];
        for (var l = 0; l < _net.Layers.Count; l++)
        {
            if (l > 0)
            {
                _inputs[l].Shape(x.Rows, x.Columns);
                x.Span.CopyTo(_inputs[l].Span);
                x = _inputs[l];
            }
            if (learning)
            {
                Draw(batch, _masks[l], x.Columns, l == 0 ? _dropout.Input : _dropout.Hidden);
                Mask(batch, x, _masks[l]);
            }
            x = _net.Layers[l].Forward(batch, x, _tapes[l]);
        }
        if (learning) Draw(batch, _masks[^1], x.Columns, _dropout.Hidden);
        return x;
    }

    private void Look(Batch batch, bool learning)
    {
        var shape = _net.Shape;
        if (_words.Length < batch.Rows) (_words, _upos, _xpos) = (new int[2 * batch.Rows], new int[2 * batch.Rows], new int[2 * batch.Rows]);
        var x = _inputs[0].Shape(batch.Rows, shape.Input).Clear();
        for (var s = 0; s < batch.Width; s++)
        {
            var sentence = batch.Sentences[s];
            for (var w = 0; w < sentence.Length; w++)
            {
                var row = batch.Row(s, w);
                var forgotten = learning && _random.NextSingle() < _dropout.Word / (_dropout.Word + sentence.Counts[w]) + 0.02f;
                var untagged = learning && _random.NextSingle() < _dropout.Tag;
                (_words[row], _upos[row], _xpos[row]) = (forgotten ? 0 : sentence.Words[w], untagged ? 17 : sentence.Upos[w], untagged ? shape.Xpos : sentence.Xpos[w]);
                var at = x.Row(row);
                Sums.Add(_net.Word.Value.Row(_words[row]), at, shape.Word);
                for (var i = 0; i < FormFeatures.PerWord; i++)
                    Sums.Add(_net.Subword.Value.Row(sentence.Subwords[w * FormFeatures.PerWord + i]), at + shape.Word, shape.Subword);
                Sums.Add(_net.Upos.Value.Row(_upos[row]), at + shape.Word + shape.Subword, shape.Tag);
                Sums.Add(_net.Xpos.Value.Row(_xpos[row]), at + shape.Word + shape.Subword, shape.Tag);
            }
        }
    }

    private void LearnInput(Batch batch, Matrix slopes)
    {
        var shape = _net.Shape;
        for (var s = 0; s < batch.Width; s++)
        {
            var sentence = batch.Sentences[s];
            for (var w = 0; w < sentence.Length; w++)
            {
                var row = batch.Row(s, w);
                var at = slopes.Row(row);
                Sums.Add(at, Gradients.Touch(_net.Word, _words[row]), shape.Word);
                for (var i = 0; i < FormFeatures.PerWord; i++)
                    Sums.Add(at + shape.Word, Gradients.Touch(_net.Subword, sentence.Subwords[w * FormFeatures.PerWord + i]), shape.Subword);
                Sums.Add(at + shape.Word + shape.Subword, Gradients.Touch(_net.Upos, _upos[row]), shape.Tag);
                Sums.Add(at + shape.Word + shape.Subword, Gradients.Touch(_net.Xpos, _xpos[row]), shape.Tag);
            }
        }
    }

    /// <summary>One mask a sentence, the same for all its words (Gal and Ghahramani 2016).</summary>
    private void Draw(Batch batch, Matrix mask, int columns, float rate)
    {
        mask.Shape(batch.Width, columns);
        var kept = 1 / (1 - rate);
        foreach (ref var m in mask.Span) m = _random.NextSingle() < rate ? 0 : kept;
    }

    private static void Mask(Batch batch, Matrix x, Matrix mask)
    {
        for (var s = 0; s < batch.Width; s++)
            for (var w = 0; w < batch.Sentences[s].Length; w++)
                Sums.Multiply(mask.Row(s), x.Row(batch.Row(s, w)), x.Columns);
    }
}
